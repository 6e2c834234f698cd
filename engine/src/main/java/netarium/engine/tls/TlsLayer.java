package netarium.engine.tls;

import java.util.List;
import java.util.Locale;
import netarium.engine.sim.RandomStreams;
import netarium.engine.sim.Simulator;
import netarium.engine.socket.ByteStream;
import netarium.engine.trace.Endpoint;
import netarium.engine.trace.EventRecorder;
import netarium.engine.trace.SimEvent;
import netarium.engine.wire.Octets;

/// TLS on one machine: whom it believes, who it is, and its connections one after the other. What
/// its connections agree on and say goes into the trace.
public final class TlsLayer {
  private final Simulator simulator;
  private final EventRecorder recorder;
  private final RandomStreams streams;
  private final String nodeId;
  private final int node;
  private final long epochSeconds;
  private final CertificateAuthority authority;
  private final boolean trusts;
  private final List<String> names;
  private long connections;

  /// Of which machine, on which calendar.
  public record Machine(String nodeId, int node, long epochSeconds) {}

  /// `trusts`: whether it believes the authority; nobody else is believed. `names` are those that
  /// the machine's own certificate is for.
  public TlsLayer(
      Machine machine,
      Simulator simulator,
      EventRecorder recorder,
      RandomStreams streams,
      CertificateAuthority authority,
      boolean trusts,
      List<String> names) {
    this.simulator = simulator;
    this.recorder = recorder;
    this.streams = streams;
    this.nodeId = machine.nodeId();
    this.node = machine.node();
    this.epochSeconds = machine.epochSeconds();
    this.authority = authority;
    this.trusts = trusts;
    this.names = List.copyOf(names);
  }

  public CertificateAuthority authority() {
    return authority;
  }

  /// What the machine shows of itself unless a program has something else.
  public TlsIdentity identity() {
    return authority.identity(names);
  }

  /// As [#identity], but it held only until the day before the run begins.
  public TlsIdentity expired() {
    long last = epochSeconds - 86_400;
    return authority.issue(names, new CertificateAuthority.Validity(last - 90 * 86_400L, last));
  }

  /// As [#identity], but the machine vouches for itself.
  public TlsIdentity selfSigned() {
    return authority.selfSigned(names);
  }

  /// The names that can stand in a certificate: letters, digits, hyphens, dots and underscores.
  public static boolean mayBeCertified(String name) {
    return !name.isEmpty() && name.length() <= 253 && name.matches("[a-z0-9_.-]+");
  }

  /// As names are compared.
  public static String canonical(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// Whom the machine believes.
  public Trust trust() {
    return trusts ? authority.trust() : Trust.NOBODY;
  }

  /// A client's end over a stream to `host`, for HTTP.
  public TlsStream client(ByteStream below, String host) {
    return client(below, host, trust(), TlsWish.HTTP);
  }

  /// As above, as a program wants it. `host` is empty when it asks for nobody by name.
  public TlsStream client(ByteStream below, String host, Trust trust, TlsWish wish) {
    return TlsStream.client(below, settings(below, wish), host, trust);
  }

  /// A server's end over a stream that was accepted, for HTTP.
  public TlsStream server(ByteStream below, TlsIdentity identity) {
    return server(below, identity, TlsWish.HTTP);
  }

  /// As above, as a program wants it.
  public TlsStream server(ByteStream below, TlsIdentity identity, TlsWish wish) {
    return TlsStream.server(below, settings(below, wish), _ -> identity);
  }

  /// Every connection has random numbers of its own.
  private TlsSettings settings(ByteStream below, TlsWish wish) {
    String connection = nodeId + " " + connections++;
    return new TlsSettings(
        simulator,
        epochSeconds,
        streams.stream("tls", connection, "connection"),
        wish.versions(),
        wish.protocols(),
        new Tracing(below));
  }

  private final class Tracing implements TlsEvents {
    private final ByteStream below;

    Tracing(ByteStream below) {
      this.below = below;
    }

    @Override
    public void keyLogged(String line) {
      recorder.record(
          new SimEvent.TlsKeyLogged(recorder.stamp(node), local(), below.remote(), line));
    }

    @Override
    public void plaintext(boolean isSent, Octets octets) {
      recorder.record(
          new SimEvent.TlsPlaintext(recorder.stamp(node), local(), below.remote(), isSent, octets));
    }

    @Override
    public void failed(String sentence) {
      recorder.record(
          new SimEvent.TlsFailed(recorder.stamp(node), local(), below.remote(), sentence));
    }

    private Endpoint local() {
      return below.local();
    }
  }
}
