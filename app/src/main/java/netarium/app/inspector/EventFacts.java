package netarium.app.inspector;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import netarium.app.text.TimeText;
import netarium.engine.sim.SimDuration;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.SimEvent;
import netarium.engine.trace.SimEvent.TcpVariables;
import netarium.engine.wire.Ipv4Address;
import netarium.engine.wire.MacAddress;
import netarium.engine.wire.Octets;

/// The values of an event, in the order in which people ask for them.
final class EventFacts {
  private static final int MOST_TEXT_OCTETS = 2000;

  private final List<Fact> facts = new ArrayList<>();

  private EventFacts() {}

  /// `node`: the name of the machine, empty for none.
  static List<Fact> of(SimEvent event, String node) {
    EventFacts all = new EventFacts();
    all.add("time", TimeText.nanos(event.at().nanos()));
    if (!node.isEmpty()) {
      all.add("node", node);
    }
    all.addValues(event);
    if (event.cause() >= 0) {
      all.add("cause", Long.toString(event.cause()));
    }
    return all.facts;
  }

  private EventFacts add(String key, Object value) {
    facts.add(new Fact(key, value.toString()));
    return this;
  }

  private void addValues(SimEvent event) {
    switch (event) {
      case SimEvent.ArpChanged arp ->
          add("interface", arp.interfaceName())
              .add("address", arp.address())
              .add("mac", arp.mac().map(MacAddress::toString).orElse("–"))
              .add("state", arp.state());
      case SimEvent.RouteChanged route ->
          add("to", route.to())
              .add("via", route.via().map(Ipv4Address::toString).orElse("–"))
              .add("interface", route.interfaceName())
              .add("change", route.change());
      case SimEvent.TcpStateChanged state ->
          add("connection", state.connection())
              .add("local", state.local())
              .add("remote", state.remote())
              .add("from-state", state.from())
              .add("to-state", state.to());
      case SimEvent.TcpRetransmission again -> addRetransmission(again);
      case TcpVariables variables -> addVariables(variables);
      case SimEvent.SocketUsed used ->
          add("process", used.process())
              .add("operation", used.operation())
              .add("local", used.local())
              .add("remote", used.remote().map(Endpoint::toString).orElse("–"))
              .add("octets", used.octets())
              .add("place", used.place());
      case SimEvent.UnixSocketUsed used -> addUnix(used);
      case SimEvent.ProcessStarted started -> addStarted(started);
      case SimEvent.ProcessEnded ended ->
          add("process", ended.process()).add("how", ended.how()).add("exit", ended.exitCode());
      case SimEvent.ConsoleWritten console ->
          add("process", console.process())
              .add("stream", console.isError() ? "stderr" : "stdout")
              .add("text", text(console.text()));
      case SimEvent.ErrorRaised error ->
          add("process", error.process()).add("text", text(error.text()));
      case SimEvent.Notice notice -> add("process", notice.process()).add("text", notice.text());
      case SimEvent.ScreenDrawn drawn ->
          add("process", drawn.process()).add("shapes", drawn.frame().shapes().size());
      case SimEvent.WebSocketHeld held -> addHeld(held);
      case SimEvent.TlsKeyLogged key -> addTls(key.local(), key.remote(), key.line());
      case SimEvent.TlsPlaintext plain -> addPlaintext(plain);
      case SimEvent.TlsFailed failed -> addTls(failed.local(), failed.remote(), failed.text());
      case SimEvent.TimerExpired timer -> add("timer", timer.timer()).add("about", timer.about());
      case SimEvent.StimulusApplied stimulus -> add("action", stimulus.action());
      case SimEvent.PoolChanged pool -> addPool(pool);
      case SimEvent.FrameSent _,
          SimEvent.FrameQueued _,
          SimEvent.FrameDelivered _,
          SimEvent.FrameDropped _ -> {}
    }
  }

  private void addStarted(SimEvent.ProcessStarted started) {
    add("process", started.process())
        .add("program", started.program())
        .add("arguments", String.join(" ", started.arguments()));
  }

  private void addTls(Endpoint local, Endpoint remote, String text) {
    add("local", local).add("remote", remote).add("text", text);
  }

  private void addPlaintext(SimEvent.TlsPlaintext plain) {
    add("local", plain.local())
        .add("remote", plain.remote())
        .add("octets", plain.octets().length())
        .add("text", text(plain.octets()));
  }

  private void addHeld(SimEvent.WebSocketHeld held) {
    add("local", held.local())
        .add("remote", held.remote())
        .add("hand-change", held.change())
        .add("hand-frame", held.frame())
        .add("hand-opcode", held.opcode());
  }

  private void addUnix(SimEvent.UnixSocketUsed used) {
    add("process", used.process())
        .add("operation", used.operation())
        .add("path", used.path())
        .add("connection", used.connection())
        .add("octets", used.octets())
        .add("place", used.place());
  }

  private void addRetransmission(SimEvent.TcpRetransmission again) {
    add("connection", again.connection())
        .add("why", again.why())
        .add("seq", again.seq())
        .add("again", again.octets())
        .add("count", again.count());
  }

  private void addPool(SimEvent.PoolChanged pool) {
    add("process", pool.process())
        .add("port", pool.port())
        .add("worker", pool.worker() < 0 ? "–" : pool.worker())
        .add("pool-change", pool.change())
        .add("request", pool.line().isEmpty() ? "–" : pool.request() + " " + pool.line())
        .add("remote", pool.remote().map(Endpoint::toString).orElse("–"))
        .add("status", pool.status() == 0 ? "–" : pool.status())
        .add("queued", pool.queued())
        .add("under-way", pool.underWay());
  }

  private void addVariables(TcpVariables variables) {
    add("connection", variables.connection())
        .add("why", variables.why())
        .add("snd.una", variables.sndUna())
        .add("snd.nxt", variables.sndNxt())
        .add("snd.wnd", variables.sndWnd())
        .add("rcv.nxt", variables.rcvNxt())
        .add("cwnd", variables.cwnd())
        .add("ssthresh", variables.ssthresh() >= 1 << 30 ? "∞" : variables.ssthresh())
        .add("srtt", millis(variables.srtt()))
        .add("rto", millis(variables.rto()));
  }

  private static String millis(SimDuration duration) {
    long micros = duration.nanos() / 1000;
    return micros / 1000 + "." + String.valueOf(1000 + micros % 1000).substring(1) + " ms";
  }

  static String text(Octets octets) {
    int length = Math.min(octets.length(), MOST_TEXT_OCTETS);
    String text =
        new String(octets.slice(0, length).toByteArray(), StandardCharsets.UTF_8).stripTrailing();
    return length < octets.length() ? text + "…" : text;
  }
}
