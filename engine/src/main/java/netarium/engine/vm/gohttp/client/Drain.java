package netarium.engine.vm.gohttp.client;

import netarium.engine.service.HttpAnswer;

/// Reads what is left of an answer that nobody wants, if that is little, so that its connection can
/// be used again; then goes on, in either case.
final class Drain {
  private static final int MOST_UNWANTED = 2_048;

  private final HttpAnswer answer;
  private final Runnable then;
  private int read;
  private boolean isOver;

  private Drain(HttpAnswer answer, Runnable then) {
    this.answer = answer;
    this.then = then;
  }

  /// Answers what ends it without going on.
  static Runnable begin(HttpAnswer answer, Runnable then) {
    Drain drain = new Drain(answer, then);
    answer.onChange(drain::readOn);
    if (answer.announcedOctets() > MOST_UNWANTED) {
      drain.end();
    } else {
      drain.readOn();
    }
    return () -> {
      drain.isOver = true;
      answer.close();
    };
  }

  private void readOn() {
    if (isOver) {
      return;
    }
    int count;
    do {
      count = answer.take(MOST_UNWANTED).length();
      read += count;
    } while (count > 0 && read <= MOST_UNWANTED);
    if (answer.isAtEnd() || answer.error().isPresent() || read > MOST_UNWANTED) {
      end();
    }
  }

  private void end() {
    isOver = true;
    answer.close();
    then.run();
  }
}
