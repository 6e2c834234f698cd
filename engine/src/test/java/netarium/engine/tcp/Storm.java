package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import netarium.engine.lab.Lab;
import netarium.engine.lab.Node;
import netarium.engine.link.Link;
import netarium.engine.link.LinkModel;
import netarium.engine.sim.SimDuration;
import netarium.engine.trace.Endpoint;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// Two hosts with a router between them, links that lose, repeat, reorder and corrupt up to 30 % of
/// all frames for a while and then heal, and a conversation both ways meanwhile.
final class Storm {
  private static final long HEALS_AT = 20_000_000_000L;
  private static final long PATIENCE = 2_000_000_000_000L;

  private final long seed;
  private final SplittableRandom random;
  private final Lab lab;
  private final End client;
  private final End server = new End();

  /// One side: sends what it has, reads what comes, closes when it has sent all.
  private final class End {
    byte[] toSend = new byte[0];
    final ByteArrayOutputStream read = new ByteArrayOutputStream();
    @Nullable TcpConnection connection;
    int sent;
    boolean isShut;

    void take(TcpConnection made) {
      connection = made;
      made.onChange(this::go);
      go();
    }

    void go() {
      TcpConnection tcp = connection;
      if (tcp == null) {
        return;
      }
      Octets octets = tcp.receive(1 + random.nextInt(5000));
      while (!octets.isEmpty()) {
        read.writeBytes(octets.toByteArray());
        octets = tcp.receive(1 + random.nextInt(5000));
      }
      int taken = 1;
      while (sent < toSend.length && taken > 0) {
        taken = tcp.send(Octets.copyOf(toSend, sent, Math.min(toSend.length - sent, 9000)), false);
        sent += taken;
      }
      if (sent == toSend.length && !isShut && tcp.state().maySendMore()) {
        isShut = true;
        tcp.closeWrite();
      }
    }
  }

  private Storm(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.lab = new Lab(seed);
    this.client = new End();
  }

  /// Plays the storm of that number; fails where something is untrue or stuck.
  static void play(long seed) {
    new Storm(seed).play();
  }

  /// Each way over both links meets corruption once: of two flipped bits the Internet checksum
  /// misses one pair in 32, and no TCP could know.
  private LinkModel worse() {
    return bad().withCorrupt(random.nextDouble(0.3));
  }

  private LinkModel bad() {
    return Lab.CABLE
        .withLoss(random.nextDouble(0.3))
        .withDuplicate(random.nextDouble(0.3))
        .withReorder(random.nextDouble(0.3));
  }

  private TcpOptionsConfig config() {
    return TcpOptionsConfig.DEFAULT
        .withSack(random.nextBoolean())
        .withTimestamps(random.nextBoolean())
        .withWindowScale(random.nextBoolean())
        .withNagle(random.nextBoolean())
        .withCongestion(
            random.nextBoolean()
                ? TcpOptionsConfig.Congestion.CUBIC
                : TcpOptionsConfig.Congestion.NEW_RENO)
        .withReceiveBuffer(4_000 + random.nextInt(100_000))
        .withSendBuffer(4_000 + random.nextInt(100_000))
        .withRack(random.nextBoolean());
  }

  private TcpLayer tcp(Node node) {
    return new TcpLayer(
        node.ip, lab.simulator, lab.recorder, new SplittableRandom(random.nextLong()), config());
  }

  private void play() {
    Node a = lab.host("a", "10.0.1.2/24").defaultGateway("10.0.1.1");
    Node b = lab.host("b", "10.0.2.2/24").defaultGateway("10.0.2.1");
    Node r = lab.router("r", "10.0.1.1/24", "10.0.2.1/24");
    Link first = lab.link(a.card().port(), r.card(0).port(), worse(), bad());
    Link second = lab.link(b.card().port(), r.card(1).port(), worse(), bad());
    TcpLayer clientTcp = tcp(a);
    TcpLayer serverTcp = tcp(b);
    client.toSend = octets();
    server.toSend = octets();
    ListenQueue queue = serverTcp.listen(new Endpoint(Lab.address("10.0.2.2"), 80), 4);
    queue.onChange(() -> queue.accept().ifPresent(server::take));
    FourTuple tuple = new FourTuple(Lab.address("10.0.1.2"), 5000, Lab.address("10.0.2.2"), 80);
    client.take(clientTcp.connect(tuple));
    lab.at(
        HEALS_AT,
        () -> {
          first.change(Lab.CABLE, Lab.CABLE);
          second.change(Lab.CABLE, Lab.CABLE);
        });
    lab.runUntil(PATIENCE);
    judge();
  }

  private byte[] octets() {
    byte[] octets = new byte[random.nextInt(200_000)];
    random.nextBytes(octets);
    return octets;
  }

  private void judge() {
    TcpConnection near = Objects.requireNonNull(client.connection);
    TcpConnection far = server.connection;
    String about =
        "seed " + seed + " " + near.snapshot() + " " + (far == null ? "none" : far.snapshot());
    assertFalse(lab.simulator.hasEssential(), "nothing stays stuck: " + about);
    if (near.error().isPresent() || far == null || far.error().isPresent()) {
      assertTrue(near.error().isPresent(), "both ends report: " + about);
      assertTrue(far == null || far.error().isPresent(), "both ends report: " + about);
      beginning(client.toSend, server.read.toByteArray());
      beginning(server.toSend, client.read.toByteArray());
      return;
    }
    assertArrayEquals(client.toSend, server.read.toByteArray(), about);
    assertArrayEquals(server.toSend, client.read.toByteArray(), about);
    assertTrue(near.isAtEnd() && far.isAtEnd(), about);
    assertTrue(lab.simulator.now().nanos() <= PATIENCE - SimDuration.ofSeconds(1).nanos(), about);
  }

  private static void beginning(byte[] whole, byte[] part) {
    assertArrayEquals(Arrays.copyOf(whole, part.length), part);
  }
}
