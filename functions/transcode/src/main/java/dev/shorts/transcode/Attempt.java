package dev.shorts.transcode;

import dev.shorts.log.Log;
import dev.shorts.transcode.job.Deadline;
import dev.shorts.transcode.job.Job;
import dev.shorts.transcode.job.Lease;

/**
 * Holds one attempt at a job and what each of its steps needs.
 *
 * @param deadline for FFmpeg; verification and upload follow it
 * @param log names the request, the export and the attempt
 */
record Attempt(Job job, Lease lease, StepTimer timer, Deadline deadline, Log log) {}
