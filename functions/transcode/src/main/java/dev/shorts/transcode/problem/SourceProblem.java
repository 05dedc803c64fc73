package dev.shorts.transcode.problem;

/**
 * A SourceProblem is a permanent problem of a source, with the sentence that its owner gets. A
 * retry cannot help.
 */
public enum SourceProblem {
  GONE("The video of this scene is no longer there. Please upload it again."),
  NOT_A_KEY("The video can't be found where the platform says it is. Please tell the operator."),
  CHANGED("The video was replaced while the short was being made. Please create a new export."),
  NOT_A_VIDEO("The file is not a video we can read. Please upload it again as MP4 or MOV."),
  INCOMPLETE(
      "The video file is incomplete: its recording or its upload was cut off. Please upload it"
          + " again."),
  IN_OTHER_FILES(
      "The video keeps its pictures in other files. Please export it as one file and upload that."),
  ENCRYPTED("The video is encrypted. Please upload a copy without copy protection."),
  NO_PICTURE("The file has no moving picture. Please choose a scene of a video."),
  CODEC_NOT_READ(
      "We can't read this video's codec. Please convert it to H.264 and upload it again."),
  TOO_MANY_STREAMS(
      "The video has more than 64 tracks. Please upload it again with one picture and one sound."),
  PICTURE_TOO_LARGE(
      "The picture is larger than 8192x8192 pixels. Please upload the video in a smaller size."),
  TOO_COSTLY(
      "The video's pictures take more memory than we have. Please upload it in a smaller size."),
  SCENE_OUTSIDE("The scene lies outside its video. Please choose times within the video."),
  DAMAGED("The video is damaged in this scene. Please upload it again or choose another scene."),
  PICTURES_MISSING(
      "Over a tenth of this scene's pictures are missing in the video. Please upload it again or"
          + " choose another scene."),
  TOO_SLOW("The scene takes too long to convert. Please choose a shorter one or a smaller video."),
  NOT_PROVED(
      "We couldn't make a faultless short of this scene. Please upload the video again as H.264"
          + " MP4.");

  private final String sentence;

  SourceProblem(String sentence) {
    this.sentence = sentence;
  }

  /** Returns the sentence for the user, which says what to do. */
  public String sentence() {
    return sentence;
  }
}
