package dev.shorts.transcode.search;

/** A FrameListing is a way to list the frames of a scene: by packets or by decoding. */
public enum FrameListing {
  /** By packets, without decoding, unless the packets have no usable presentation times. */
  PACKETS,
  /** By decoding: for sources whose packets have other timestamps than their frames. */
  DECODED
}
