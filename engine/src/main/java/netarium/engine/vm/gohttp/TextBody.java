package netarium.engine.vm.gohttp;

import java.util.Optional;
import netarium.engine.vm.api.NetError;
import netarium.engine.wire.Octets;

/// A body that is all at hand; a request that was given one can be sent as often as need be.
public final class TextBody implements BodySource {
  private final Octets all;
  private Octets rest;

  public TextBody(Octets all) {
    this.all = all;
    this.rest = all;
  }

  public Octets all() {
    return all;
  }

  @Override
  public Octets take(int most) {
    int count = Math.min(most, rest.length());
    Octets taken = rest.slice(0, count);
    rest = rest.slice(count);
    return taken;
  }

  @Override
  public boolean isAtEnd() {
    return rest.isEmpty();
  }

  @Override
  public Optional<NetError> error() {
    return Optional.empty();
  }

  @Override
  public void onChange(Runnable action) {
    // It never changes by itself.
  }

  @Override
  public void close() {
    rest = Octets.EMPTY;
  }
}
