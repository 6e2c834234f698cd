package netarium.app.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import netarium.app.capture.Captures;
import netarium.app.project.RunFiles;
import netarium.app.session.LiveRun;
import netarium.app.session.Transport;
import netarium.engine.run.Recording;
import netarium.engine.trace.EventLog;
import netarium.engine.trace.PcapngWriter;
import netarium.engine.trace.PortId;
import netarium.topologies.Topology;

/// What can be written of the run that the window shows.
final class FilesOfRun implements RunFiles {
  private final Transport transport;

  FilesOfRun(Transport transport) {
    this.transport = transport;
  }

  @Override
  public boolean hasRun() {
    return transport.liveRun().isPresent();
  }

  @Override
  public Optional<Recorded> recording() {
    return transport.liveRun().map(FilesOfRun::recorded);
  }

  /// The run answers between two of its slices, a few milliseconds away.
  private static Recorded recorded(LiveRun run) {
    try {
      Recording recording = run.recording().get();
      return new Recorded(recording.project(), recording.run());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the run could not tell what it is made of", e);
    }
  }

  @Override
  public void writeCapture(OutputStream out) throws IOException {
    write(Optional.empty(), out);
  }

  @Override
  public void writeCapture(String link, OutputStream out) throws IOException {
    write(Captures.end(transport.topology(), link), out);
  }

  private void write(Optional<PortId> only, OutputStream out) throws IOException {
    EventLog log = transport.log();
    Topology topology = transport.topology();
    int size = log.size();
    PcapngWriter writer = new PcapngWriter(Captures.setup(topology, only), out);
    for (int ordinal = 0; ordinal < size; ordinal++) {
      writer.accept(log.event(ordinal));
    }
    writer.close();
  }
}
