package dev.shorts.transcode.search;

/** A FrameListing says whether the frames of a scene are listed by packets or by decoding. */
public enum FrameListing {
  /** By their packets, which costs no decoding, unless these don't tell. */
  PACKETS,
  /** By decoding them: for sources whose packets have other times than the frames. */
  DECODED
}
