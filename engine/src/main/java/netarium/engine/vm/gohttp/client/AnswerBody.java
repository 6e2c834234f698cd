package netarium.engine.vm.gohttp.client;

import java.util.Optional;
import netarium.engine.service.HttpAnswer;
import netarium.engine.vm.api.NetError;
import netarium.engine.vm.gohttp.BodySource;
import netarium.engine.wire.Octets;
import org.jspecify.annotations.Nullable;

/// The body of an answer, as it comes over the network; it ends too when the client's time is over.
final class AnswerBody implements BodySource {
  private final HttpAnswer answer;

  /// Told once: the rest is no longer waited for.
  private final Runnable whenOver;

  private Runnable onChange = () -> {};
  private @Nullable NetError failure;
  private boolean isOver;

  AnswerBody(HttpAnswer answer, Runnable whenOver) {
    this.answer = answer;
    this.whenOver = whenOver;
    answer.onChange(this::changed);
    changed();
  }

  private void changed() {
    if (!isOver && (answer.isAtEnd() || answer.error().isPresent())) {
      isOver = true;
      whenOver.run();
    }
    onChange.run();
  }

  /// What is left is lost.
  void fail(NetError why) {
    if (!isOver) {
      failure = why;
      answer.close();
      changed();
    }
  }

  @Override
  public Octets take(int most) {
    if (failure != null) {
      return Octets.EMPTY;
    }
    Octets taken = answer.take(most);
    if (!isOver && (answer.isAtEnd() || answer.error().isPresent())) {
      isOver = true;
      whenOver.run();
    }
    return taken;
  }

  @Override
  public boolean isAtEnd() {
    return answer.isAtEnd();
  }

  @Override
  public Optional<NetError> error() {
    return failure != null ? Optional.of(failure) : answer.error().map(ClientErrors::ofBody);
  }

  @Override
  public void onChange(Runnable action) {
    onChange = action;
  }

  @Override
  public void close() {
    answer.close();
    if (!isOver) {
      isOver = true;
      whenOver.run();
    }
  }
}
