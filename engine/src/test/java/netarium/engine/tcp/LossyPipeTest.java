package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import netarium.engine.sim.SimDuration;
import netarium.engine.sim.SimTime;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the network does, the octets that arrive are the octets that were sent.
class LossyPipeTest {
  private static final SimTime LATE = SimTime.ZERO.plus(SimDuration.ofSeconds(3600));

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(200);
  }

  /// A program that sends what it has, reads what comes, and closes when it has sent all.
  private static final class Program {
    final TcpConnection connection;
    final byte[] toSend;
    final ByteArrayOutputStream read = new ByteArrayOutputStream();
    final SplittableRandom random;
    int sent;
    boolean isShut;

    Program(TcpConnection connection, byte[] toSend, SplittableRandom random) {
      this.connection = connection;
      this.toSend = toSend;
      this.random = random;
      connection.onChange(this::go);
    }

    void go() {
      Octets octets = connection.receive(1 + random.nextInt(5000));
      while (!octets.isEmpty()) {
        read.writeBytes(octets.toByteArray());
        octets = connection.receive(1 + random.nextInt(5000));
      }
      int taken = 1;
      while (sent < toSend.length && taken > 0) {
        int wanted = Math.min(toSend.length - sent, 1 + random.nextInt(9000));
        taken = connection.send(Octets.copyOf(toSend, sent, wanted), false);
        sent += taken;
      }
      if (sent == toSend.length && !isShut && connection.state().maySendMore()) {
        isShut = true;
        connection.closeWrite();
      }
    }
  }

  private static TcpOptionsConfig configFor(SplittableRandom random) {
    return TcpOptionsConfig.DEFAULT
        .withTimestamps(random.nextBoolean())
        .withWindowScale(random.nextBoolean())
        .withSack(random.nextBoolean())
        .withCongestion(
            random.nextBoolean()
                ? TcpOptionsConfig.Congestion.CUBIC
                : TcpOptionsConfig.Congestion.NEW_RENO)
        .withNagle(random.nextBoolean())
        .withInitialWindow(1 + random.nextInt(10))
        .withDelayedAck(SimDuration.ofMillis(random.nextInt(3) * 40L))
        .withReceiveBuffer(2_000 + random.nextInt(100_000))
        .withSendBuffer(2_000 + random.nextInt(100_000))
        .withRack(random.nextBoolean())
        .withEcn(random.nextBoolean() ? TcpOptionsConfig.Ecn.ON : TcpOptionsConfig.Ecn.ACCEPT);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void bothDirections_deliverWhatWasSent(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LossyPipe pipe = new LossyPipe(seed, configFor(random), configFor(random), 1500);
    pipe.loss = random.nextDouble(0.3);
    pipe.repeat = random.nextDouble(0.3);
    pipe.reorder = random.nextDouble(0.3);
    pipe.marking = random.nextDouble(0.1);
    byte[] up = new byte[random.nextInt(120_000)];
    byte[] down = new byte[random.nextInt(120_000)];
    random.nextBytes(up);
    random.nextBytes(down);
    Program client = new Program(pipe.client, up, random);
    Program server = new Program(pipe.server, down, random);
    pipe.client.openActively();
    client.go();
    pipe.run(LATE);
    String about = "seed " + seed + " " + pipe.client.snapshot() + " " + pipe.server.snapshot();
    assertFalse(pipe.simulator.hasEssential(), about);
    if (pipe.client.error().isPresent() || pipe.server.error().isPresent()) {
      // So much loss that one side gave up: it says so, and what came is a true beginning.
      assertTrue(pipe.loss > 0.15, about);
      assertIsBeginning(up, server.read.toByteArray());
      assertIsBeginning(down, client.read.toByteArray());
      return;
    }
    assertArrayEquals(up, server.read.toByteArray(), about);
    assertArrayEquals(down, client.read.toByteArray(), about);
    assertTrue(pipe.client.isAtEnd() && pipe.server.isAtEnd(), about);
  }

  private static void assertIsBeginning(byte[] whole, byte[] part) {
    assertArrayEquals(Arrays.copyOf(whole, part.length), part);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void messages_arriveAsTheyWereSent(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LossyPipe pipe = new LossyPipe(seed, configFor(random), configFor(random), 1500);
    pipe.loss = random.nextDouble(0.2);
    pipe.repeat = random.nextDouble(0.3);
    pipe.reorder = random.nextDouble(0.3);
    List<Octets> messages = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      byte[] octets = new byte[1 + random.nextInt(random.nextInt(8) == 0 ? 150_000 : 4_000)];
      random.nextBytes(octets);
      messages.add(Octets.wrap(octets));
    }
    List<Octets> received = new ArrayList<>();
    int[] sent = {0};
    Runnable sender =
        () -> {
          boolean goesOn = true;
          while (goesOn && sent[0] < messages.size()) {
            goesOn = pipe.client.send(messages.get(sent[0]), true) > 0;
            sent[0] += goesOn ? 1 : 0;
          }
          if (sent[0] == messages.size()) {
            pipe.client.closeWrite();
          }
        };
    Runnable receiver =
        () -> {
          var message = pipe.server.receiveMessage();
          while (message.isPresent()) {
            received.add(message.get());
            message = pipe.server.receiveMessage();
          }
          if (pipe.server.isAtEnd()) {
            pipe.server.closeWrite();
          }
        };
    pipe.client.onChange(sender);
    pipe.server.onChange(receiver);
    pipe.client.openActively();
    sender.run();
    pipe.run(LATE);
    assertFalse(pipe.simulator.hasEssential(), "seed " + seed);
    assertEquals(
        messages.stream().map(Octets::length).toList(),
        received.stream().map(Octets::length).toList(),
        "seed " + seed + " " + pipe.client.snapshot() + " " + pipe.server.snapshot());
    assertEquals(messages, received, "seed " + seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void simultaneousClose_endsBothWhateverIsLost(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LossyPipe pipe = new LossyPipe(seed, configFor(random), configFor(random), 1500);
    pipe.client.openActively();
    pipe.run(LATE);
    assertEquals("ESTABLISHED", pipe.server.state().label());
    pipe.loss = 0.3;
    pipe.repeat = 0.3;
    pipe.reorder = 0.3;
    pipe.client.close();
    pipe.server.close();
    pipe.run(LATE.plus(SimDuration.ofSeconds(3600)));
    assertFalse(pipe.simulator.hasEssential());
    assertFalse(pipe.client.state() instanceof TcpState.FinWait1, "seed " + seed);
    assertFalse(pipe.server.state() instanceof TcpState.FinWait1, "seed " + seed);
  }

  @Test
  void cleanPipe_needsNoRetransmission() {
    LossyPipe pipe = new LossyPipe(1, TcpOptionsConfig.DEFAULT, TcpOptionsConfig.DEFAULT, 1500);
    byte[] up = new byte[1_000_000];
    new SplittableRandom(1).nextBytes(up);
    Program client = new Program(pipe.client, up, new SplittableRandom(2));
    Program server = new Program(pipe.server, new byte[0], new SplittableRandom(3));
    pipe.client.openActively();
    client.go();
    pipe.run(LATE);
    assertArrayEquals(up, server.read.toByteArray());
    assertEquals(0, pipe.client.snapshot().snd().retransmissions());
  }

  @Test
  void sameSeed_sameTrace() {
    assertEquals(traceOf(7), traceOf(7));
  }

  private static long traceOf(long seed) {
    LossyPipe pipe = new LossyPipe(seed, TcpOptionsConfig.DEFAULT, TcpOptionsConfig.DEFAULT, 1500);
    pipe.loss = 0.1;
    pipe.reorder = 0.2;
    Program client = new Program(pipe.client, new byte[200_000], new SplittableRandom(2));
    Program server = new Program(pipe.server, new byte[0], new SplittableRandom(3));
    pipe.client.openActively();
    client.go();
    server.go();
    pipe.run(LATE);
    return pipe.recorder.hash().value();
  }
}
