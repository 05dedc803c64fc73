#!/usr/bin/env bash
# MediaInfo counts frames that do not exist: of an MP4 whose picture begins two seconds after its sound, it says 150
# frames and a stream smaller than it is; the file holds 90.
#
# Expected: FrameCount is the number of frames, and Source_FrameCount that of the track's table if it differs:
# https://github.com/MediaArea/MediaInfoLib/blob/master/Source/Resource/Text/Stream/Video.csv (here it is missing). And
# an empty edit shows nothing: it "is used to offset the start time of a track" (ISO/IEC 14496-12, 8.6.6; QuickTime
# File Format, "Edit list atom"). So 90, as stsz says; 150 is duration by rate with the gap of two seconds in it.
# StreamSize is cut to 3/5 or so of it by the same mistake: it falls below Source_StreamSize, though no frame is hidden.
# Known of Matroska, where the duration includes such a gap: https://github.com/MediaArea/MediaInfoLib/issues/1491
# It matters to who computes a rate or finds a file broken by comparing this number with what a decoder counts.
# shellcheck source=findings/lib/finding.sh
. "$(dirname "$0")/lib/finding.sh"

ffmpeg_install av==18.1.0
npm_install mediainfo.js@0.3.8

"$ffmpeg" -v error -f lavfi -i sine=440:d=5 -itsoffset 2 -f lavfi -i testsrc2=s=320x240:r=30:d=3 -map 0 -map 1 \
  -c:v libx264 -c:a aac "$work/late.mp4"

cat > "$work/mediainfo.mjs" <<'JS'
import fs from 'fs';
import { mediaInfoFactory } from 'mediainfo.js';
const bytes = fs.readFileSync(process.argv[2]);
const mediaInfo = await mediaInfoFactory({ format: 'object' });
const { media, creatingLibrary } = await mediaInfo.analyzeData(() => bytes.length, (n, at) => bytes.subarray(at, at + n));
const video = media.track.find((track) => track['@type'] === 'Video');
console.log(`MediaInfo ${creatingLibrary.version}: ${video.FrameCount} frames, ` +
  `StreamSize ${video.StreamSize < video.Source_StreamSize ? 'below' : 'not below'} Source_StreamSize`);
JS
read_by_mediainfo=$(cd "$work" && node mediainfo.mjs late.mp4)
read_by_av=$("$python" - "$work/late.mp4" <<'PY'
import sys, av
with av.open(sys.argv[1]) as file:
    stored = file.streams.video[0].frames
    times = [frame.time for frame in file.decode(video=0)]
    print(f"stored {stored}, decoded {len(times)}, first at {times[0]:.1f} s")
PY
)

report "MediaInfo counts an empty edit as frames" \
  "MediaInfoLib 26.05 (npm's mediainfo.js 0.3.8); file by FFmpeg 9.0.2, counted by PyAV 18.1.0" \
  "stored 90, decoded 90, first at 2.0 s; MediaInfo 26.05: 90 frames" \
  "$read_by_av; $read_by_mediainfo" \
  "stored 90, decoded 90, first at 2.0 s; MediaInfo 26.05: 150 frames, StreamSize below Source_StreamSize"
