package netarium.engine.vm.gohttp;

import java.util.Optional;
import netarium.engine.vm.api.NetError;
import netarium.engine.wire.Octets;

/// A body of which no more than so many octets are read: one that is longer ends in an error.
public final class LimitedBody implements BodySource {
  private final BodySource whole;
  private final Runnable onTooLarge;
  private long left;
  private boolean isTooLarge;

  /// `onTooLarge` is called once, when there turns out to be more.
  public LimitedBody(BodySource whole, long most, Runnable onTooLarge) {
    this.whole = whole;
    this.left = most;
    this.onTooLarge = onTooLarge;
  }

  @Override
  public Octets take(int most) {
    if (left == 0) {
      if (!isTooLarge && !whole.take(1).isEmpty()) {
        isTooLarge = true;
        onTooLarge.run();
      }
      return Octets.EMPTY;
    }
    Octets taken = whole.take((int) Math.min(most, left));
    left -= taken.length();
    return taken;
  }

  @Override
  public boolean isAtEnd() {
    return !isTooLarge && whole.isAtEnd();
  }

  @Override
  public Optional<NetError> error() {
    return isTooLarge ? Optional.of(HttpErrors.BODY_TOO_LARGE) : whole.error();
  }

  @Override
  public void onChange(Runnable action) {
    whole.onChange(action);
  }

  @Override
  public void close() {
    whole.close();
  }
}
