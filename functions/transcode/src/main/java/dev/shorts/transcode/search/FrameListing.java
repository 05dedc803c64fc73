package dev.shorts.transcode.search;

/** Ways to list the frames of a scene. */
public enum FrameListing {
  /** By packets, without decoding, unless the packets have no usable presentation times. */
  PACKETS,
  /** By decoding: for sources whose packets have other timestamps than their frames. */
  DECODED
}
