#!/usr/bin/env bash
# Mediabunny makes a constant 29.97 frames a second variable by copying: without encoding anything, MP4 to MP4.
#
# Expected: its guide says that a conversion copies media data where nothing else is asked for ("transmuxing"), and that
# it reads and writes with "microsecond-accurate" precision: https://mediabunny.dev/guide/introduction and
# https://mediabunny.dev/guide/converting-media-files. The source's own clock, 30000 ticks a second and 1001 a frame,
# is exact.
# Why: video tracks get 57600 ticks a second unless a frame rate is given for the track; 1001/30000 s is 1921.92 of
# them, so each time is rounded, by up to 9 microseconds. The guide doesn't name that clock. It was reported of 25 frames a second and
# mp4-muxer, from which Mediabunny came: https://github.com/Vanilagy/mp4-muxer/issues/60
# It matters to who reads the rate: it is no fraction of 1001 any more, and MediaInfo says VFR, which editors refuse.
# shellcheck source=findings/lib/finding.sh
. "$(dirname "$0")/lib/finding.sh"

ffmpeg_install av==18.1.0
npm_install mediabunny@1.61.0 mediainfo.js@0.3.8

"$ffmpeg" -v error -f lavfi -i testsrc2=s=320x240:r=30000/1001:d=3 -c:v libx264 -video_track_timescale 30000 "$work/source.mp4"

cat > "$work/copy.mjs" <<'JS'
import fs from 'fs';
import { ALL_FORMATS, BufferSource, BufferTarget, Conversion, Input, Mp4OutputFormat, Output } from 'mediabunny';
const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(fs.readFileSync('source.mp4')) });
const output = new Output({ format: new Mp4OutputFormat(), target: new BufferTarget() });
await (await Conversion.init({ input, output, showWarnings: false })).execute();
fs.writeFileSync('copy.mp4', Buffer.from(output.target.buffer));
JS
cat > "$work/mode.mjs" <<'JS'
import fs from 'fs';
import { mediaInfoFactory } from 'mediainfo.js';
const mediaInfo = await mediaInfoFactory({ format: 'object' });
for (const name of ['source.mp4', 'copy.mp4']) {
  const bytes = fs.readFileSync(name);
  const { media } = await mediaInfo.analyzeData(() => bytes.length, (n, at) => bytes.subarray(at, at + n));
  console.log(media.track.find((track) => track['@type'] === 'Video').FrameRate_Mode);
}
JS
(cd "$work" && node copy.mjs)
modes=$(cd "$work" && node mode.mjs | paste -sd' ')

observed=$("$python" - "$work" "$modes" <<'PY'
import sys
import av
words = []
for name, mode in zip(("source", "copy"), sys.argv[2].split()):
    with av.open(f"{sys.argv[1]}/{name}.mp4") as file:
        stream = file.streams.video[0]
        rate = stream.average_rate
        times = sorted(packet.pts for packet in file.demux(stream) if packet.pts is not None)
        steps = sorted({b - a for a, b in zip(times, times[1:])})
        words.append(f"{name}: {mode}, mean {rate}, steps {steps} of {stream.time_base}")
print("; ".join(words))
PY
)

report "Mediabunny's copy of 29.97 frames a second is variable" \
  "Mediabunny 1.61.0, read by MediaInfoLib 26.05 and PyAV 18.1.0; source by FFmpeg 9.0.2" \
  "source: CFR, mean 30000/1001, steps [1001] of 1/30000; copy: the same" \
  "$observed" \
  "source: CFR, mean 30000/1001, steps [1001] of 1/30000; copy: VFR, mean 5184000/172973, steps [1921, 1922, 1923] of 1/57600"
