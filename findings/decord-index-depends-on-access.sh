#!/usr/bin/env bash
# decord returns different pictures for the same index of a video that was cut without encoding: read in a row, index 30
# is one picture, read alone it is another, half a second apart; the last indices repeat the last picture.
#
# Expected: vr[i] is frame i of len(vr), however one gets there, and get_frame_timestamp(i) its time: by the README one
# accesses frames directly, and the reader does seeking and skipping by itself (https://github.com/dmlc/decord, Usage).
# `ffmpeg -ss 1.5 -c copy` writes the frames from the keyframe at 1.0 s, and an edit list that hides those before 1.5 s
# (ISO/IEC 14496-12, 8.6.6), so 75 of 90 are shown.
# Why: decord counts the packets, 90, and gives hidden ones an index and a negative time; FFmpeg's decoder leaves them
# out. In a row the count is of decoded frames, after a seek of packets. No report of this was found; of wrong indices
# in other files there are, such as https://github.com/dmlc/decord/issues/91
# It matters to scene detectors built on decord: their frame numbers are not those of a player.
# shellcheck source=findings/lib/finding.sh
. "$(dirname "$0")/lib/finding.sh"

ffmpeg_install decord2==3.4.0 numpy==2.4.6

# The brightness of a picture is its number.
"$ffmpeg" -v error -f lavfi -i "color=black:s=64x64:r=30:d=4,format=yuv420p,geq=lum='16+N':cb=128:cr=128" \
  -c:v libx264 -qp 0 -bf 0 -g 30 -sc_threshold 0 "$work/whole.mp4"
"$ffmpeg" -v error -ss 1.5 -i "$work/whole.mp4" -c copy "$work/cut.mp4"

observed=$("$python" - "$work/cut.mp4" <<'PY' 2>/dev/null
import sys
import decord

def number(picture):
    return int(picture.asnumpy().mean() * 219 / 255 + 0.5)

def near(a, b):
    return abs(a - b) <= 1

video = decord.VideoReader(sys.argv[1])
in_a_row = [number(video[i]) for i in range(len(video))]
alone = number(decord.VideoReader(sys.argv[1])[30])
time = float(video.get_frame_timestamp(0)[0])
print(f"length {len(in_a_row)}; index 0 has time {time:.1f} and",
      "the picture of 0.0;" if near(in_a_row[0], 45) else f"picture {in_a_row[0]};",
      "index 30 is the same picture in a row and alone;" if near(in_a_row[30], alone) else
      f"index 30 alone is {round((in_a_row[30] - alone) / 15) * 15} pictures before index 30 in a row;",
      f"{sum(near(picture, 119) for picture in in_a_row[75:])} of the last 15 repeat the last picture")
PY
)

report "decord's index depends on how one gets there" \
  "decord2 3.4.0; file by FFmpeg 9.0.2" \
  "length 75; index 0 has time 0.0 and the picture of 0.0; index 30 is the same picture in a row and alone; none repeats" \
  "$observed" \
  "length 90; index 0 has time -0.5 and the picture of 0.0; index 30 alone is 15 pictures before index 30 in a row; 15 of the last 15 repeat the last picture"
