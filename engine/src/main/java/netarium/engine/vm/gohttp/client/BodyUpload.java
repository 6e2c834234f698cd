package netarium.engine.vm.gohttp.client;

import java.util.Optional;
import netarium.engine.service.HttpUpload;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.gohttp.BodySource;
import netarium.engine.wire.Octets;

/// A body that comes from elsewhere, passed on as it comes: that of a request being served, or of
/// another answer.
record BodyUpload(BodySource source) implements HttpUpload {
  @Override
  public Octets take(int most) {
    return source.take(most);
  }

  @Override
  public boolean isAtEnd() {
    return source.isAtEnd();
  }

  @Override
  public Optional<String> error() {
    return source.error().map(NetError::text);
  }

  @Override
  public void onChange(Runnable action) {
    source.onChange(action);
  }

  @Override
  public void close() {
    source.close();
  }
}
