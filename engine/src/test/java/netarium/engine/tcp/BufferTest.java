package netarium.engine.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import netarium.engine.wire.Octets;
import org.junit.jupiter.api.Test;

/// The queues of a connection against plain arrays.
class BufferTest {
  private static Octets octets(SplittableRandom random, int length) {
    byte[] array = new byte[length];
    random.nextBytes(array);
    return Octets.wrap(array);
  }

  @Test
  void sendBuffer_readsLikeOneArray() {
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SendBuffer buffer = new SendBuffer();
      byte[] model = new byte[0];
      for (int step = 0; step < 200; step++) {
        switch (random.nextInt(3)) {
          case 0 -> {
            Octets chunk = octets(random, 1 + random.nextInt(50));
            buffer.append(chunk, random.nextBoolean());
            model = Octets.wrap(model).plus(chunk).toByteArray();
          }
          case 1 -> {
            int gone = random.nextInt(model.length / 2 + 1);
            buffer.release(gone);
            model = Arrays.copyOfRange(model, gone, model.length);
          }
          default -> {
            if (model.length > 0) {
              int from = random.nextInt(model.length);
              int length = random.nextInt(model.length - from + 1);
              if (length > 0) {
                assertEquals(
                    Octets.copyOf(model, from, length), buffer.slice(from, length), "seed " + seed);
              }
            }
          }
        }
        assertEquals(model.length, buffer.lengthOctets());
      }
    }
  }

  @Test
  void sendBuffer_sharesTheUsersArray() {
    SendBuffer buffer = new SendBuffer();
    Octets chunk = octets(new SplittableRandom(1), 3000);
    buffer.append(chunk, false);
    assertSame(chunk, buffer.slice(0, 3000));
  }

  @Test
  void textHandedOverInParts_isOneChunkAgain() {
    SendBuffer buffer = new SendBuffer();
    Octets text = octets(new SplittableRandom(1), 3000);
    buffer.append(text.slice(0, 1000), false);
    buffer.append(text.slice(1000, 2500), false);
    buffer.release(700);
    buffer.append(text.slice(2500, 3000), false);
    assertTrue(text.slice(0, 900).isContinuedBy(buffer.slice(200, 2100)), "no array of its own");
    assertEquals(text.slice(900, 3000), buffer.slice(200, 2100));
    buffer.append(text.slice(0, 10), false);
    assertEquals(text.slice(2990).plus(text.slice(0, 10)), buffer.slice(2290, 20));
  }

  @Test
  void messageInParts_keepsItsEnds() {
    SendBuffer buffer = new SendBuffer();
    Octets text = octets(new SplittableRandom(1), 300);
    buffer.append(text.slice(0, 100), true);
    buffer.append(text.slice(100, 200), false);
    buffer.append(text.slice(200, 300), true);
    assertEquals(100, buffer.runLength(0, 1000));
    assertEquals(100, buffer.runLength(100, 1000));
    assertEquals(100, buffer.runLength(200, 1000));
  }

  @Test
  void runLength_endsWithTheMessage() {
    SplittableRandom random = new SplittableRandom(1);
    SendBuffer buffer = new SendBuffer();
    buffer.append(octets(random, 10), false);
    buffer.append(octets(random, 10), false);
    buffer.append(octets(random, 30), true);
    buffer.append(octets(random, 5), false);
    assertEquals(20, buffer.runLength(0, 1000));
    assertEquals(15, buffer.runLength(0, 15));
    assertEquals(30, buffer.runLength(20, 1000));
    assertEquals(5, buffer.runLength(50, 1000));
    assertTrue(buffer.isMessageEnd(20));
    assertTrue(buffer.isMessageEnd(50));
    assertFalse(buffer.isMessageEnd(10));
    assertFalse(buffer.isMessageEnd(55));
    buffer.release(25);
    assertEquals(25, buffer.runLength(0, 1000));
    assertTrue(buffer.isMessageEnd(25));
  }

  @Test
  void outOfOrderQueue_putsPiecesTogether() {
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      byte[] whole = new byte[500];
      random.nextBytes(whole);
      OutOfOrderQueue queue = new OutOfOrderQueue();
      boolean[] has = new boolean[500];
      for (int i = 0; i < 60; i++) {
        int from = 1 + random.nextInt(450);
        int length = 1 + random.nextInt(40);
        queue.insert(from, Octets.copyOf(whole, from, length));
        Arrays.fill(has, from, from + length, true);
      }
      ReceiveBuffer buffer = new ReceiveBuffer();
      queue.insert(0, Octets.copyOf(whole, 0, 1));
      has[0] = true;
      queue.drainInto(buffer);
      int contiguous = 0;
      while (has[contiguous]) {
        contiguous++;
      }
      assertEquals(contiguous, buffer.availableOctets(), "seed " + seed);
      assertEquals(
          Octets.copyOf(whole, 0, contiguous), buffer.read(Integer.MAX_VALUE), "seed " + seed);
    }
  }

  @Test
  void marks_areKeptInOrderAndOnce() {
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      MessageMarks marks = new MessageMarks();
      TreeSet<Long> model = new TreeSet<>();
      for (int i = 0; i < 100; i++) {
        long mark = random.nextInt(50);
        if (random.nextInt(4) > 0) {
          marks.add(mark);
          model.add(mark);
        } else {
          marks.removeUpTo(mark);
          model.headSet(mark, true).clear();
        }
        assertEquals(model.isEmpty() ? Long.MAX_VALUE : model.first(), marks.first());
      }
    }
  }

  @Test
  void receiveBuffer_readsMessagesAndPartsOfThem() {
    ReceiveBuffer buffer = new ReceiveBuffer();
    List<Octets> pieces = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 4; i++) {
      pieces.add(octets(random, 10));
      buffer.append(pieces.getLast());
    }
    buffer.mark(20);
    buffer.mark(40);
    assertEquals(pieces.get(0).slice(0, 3), buffer.read(3));
    assertTrue(buffer.hasMessage());
    assertEquals(pieces.get(0).slice(3).plus(pieces.get(1)), buffer.readMessage());
    assertEquals(pieces.get(2).plus(pieces.get(3).slice(0, 5)), buffer.read(15));
    assertEquals(pieces.get(3).slice(5), buffer.readMessage());
    assertFalse(buffer.hasMessage());
    assertEquals(0, buffer.availableOctets());
  }
}
