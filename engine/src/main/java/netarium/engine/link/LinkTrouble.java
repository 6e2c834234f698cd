package netarium.engine.link;

import java.util.random.RandomGenerator;
import netarium.engine.sim.RandomStreams;
import netarium.engine.wire.EthernetCodec;
import netarium.engine.wire.EthernetFrame;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// The bad luck of one direction of a link: each kind draws from a random stream of its own, and
/// only while it is on, so that switching one on or off does not move the others.
final class LinkTrouble {
  private static final long LEAST_HOLD_NANOS = 1_000_000;

  private final RandomStreams streams;
  private final String streamId;
  private @Nullable RandomGenerator loss;
  private @Nullable RandomGenerator duplicate;
  private @Nullable RandomGenerator jitter;
  private @Nullable RandomGenerator reorder;
  private @Nullable RandomGenerator corrupt;
  private @Nullable RandomGenerator rule;

  LinkTrouble(RandomStreams streams, String streamId) {
    this.streams = streams;
    this.streamId = streamId;
  }

  boolean isLost(LinkModel model) {
    if (model.loss() == 0) {
      return false;
    }
    if (loss == null) {
      loss = stream("loss");
    }
    return loss.nextDouble() < model.loss();
  }

  boolean isDoubled(LinkModel model) {
    if (model.duplicate() == 0) {
      return false;
    }
    if (duplicate == null) {
      duplicate = stream("duplicate");
    }
    return duplicate.nextDouble() < model.duplicate();
  }

  /// How late a frame is: evenly 0 … jitter.
  long jitterNanos(LinkModel model) {
    long most = model.jitter().nanos();
    if (most == 0) {
      return 0;
    }
    if (jitter == null) {
      jitter = stream("jitter");
    }
    return jitter.nextLong(most + 1);
  }

  /// For how long a frame is held back for those behind it to overtake; nearly always zero.
  long holdNanos(LinkModel model) {
    if (model.reorder() == 0) {
      return 0;
    }
    if (reorder == null) {
      reorder = stream("reorder");
    }
    boolean isHeld = reorder.nextDouble() < model.reorder();
    return isHeld ? 1 + reorder.nextLong(Math.max(LEAST_HOLD_NANOS, model.delay().nanos())) : 0;
  }

  /// The frame, or what one flipped bit makes of it.
  EthernetFrame damaged(EthernetFrame frame, LinkModel model) {
    if (model.corrupt() == 0) {
      return frame;
    }
    if (corrupt == null) {
      corrupt = stream("corrupt");
    }
    if (corrupt.nextDouble() >= model.corrupt()) {
      return frame;
    }
    return flipped(frame, corrupt);
  }

  /// What a rule makes of the frame; drawn apart from chance.
  EthernetFrame withBitFlipped(EthernetFrame frame) {
    RandomGenerator random = rule == null ? stream("rule") : rule;
    rule = random;
    return flipped(frame, random);
  }

  private static EthernetFrame flipped(EthernetFrame frame, RandomGenerator random) {
    byte[] octets = frame.octets().toByteArray();
    int bit = random.nextInt(octets.length * 8);
    octets[bit >> 3] ^= (byte) (0x80 >> (bit & 7));
    return EthernetCodec.parseAny(Octets.wrap(octets));
  }

  private RandomGenerator stream(String purpose) {
    return streams.stream("link", streamId, purpose);
  }
}
