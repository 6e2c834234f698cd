package netarium.engine.vm;

import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Octets;

/// What a VM's programs print and what the machine says about them: all of it events.
public final class Console {
  private final EventRecorder recorder;
  private final int node;
  private final long limitOctets;
  private long writtenOctets;

  Console(EventRecorder recorder, int node, long limitOctets) {
    this.recorder = recorder;
    this.node = node;
    this.limitOctets = limitOctets;
  }

  void write(Process process, Octets text, boolean isError) {
    if (writtenOctets + text.length() > limitOctets) {
      endForOutput(process);
      return;
    }
    writtenOctets += text.length();
    recorder.record(
        new SimEvent.ConsoleWritten(recorder.stamp(node), process.pid(), text, isError));
  }

  void error(Process process, Octets text) {
    recorder.record(new SimEvent.ErrorRaised(recorder.stamp(node), process.pid(), text));
  }

  /// Notices count as output: a program can cause any number of them.
  void notice(Process process, String text) {
    writtenOctets += text.length();
    notice(process.pid(), text);
    if (writtenOctets > limitOctets) {
      endForOutput(process);
    }
  }

  private void endForOutput(Process process) {
    if (!process.isOver()) {
      notice(
          process.pid(), "more than " + limitOctets + " octets of output: the program was ended");
      process.end("limit", 1);
    }
  }

  /// `pid` 0: the machine speaks of itself.
  void notice(int pid, String text) {
    recorder.record(new SimEvent.Notice(recorder.stamp(node), pid, text));
  }
}
