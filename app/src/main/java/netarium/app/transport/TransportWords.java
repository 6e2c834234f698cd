package netarium.app.transport;

import java.util.Locale;
import netarium.app.session.RunState;
import netarium.app.session.Speed;
import netarium.app.session.Transport;
import netarium.app.text.Texts;

/// How the transport stands, in words.
public final class TransportWords {
  private final Texts texts;

  public TransportWords(Locale locale) {
    this(new Texts(TransportWords.class, locale));
  }

  TransportWords(Texts texts) {
    this.texts = texts;
  }

  String state(Transport transport) {
    if (transport.isOutOfHand()) {
      return texts.text("state.outOfHand");
    }
    boolean isPast = !transport.playhead().isLive();
    RunState state = transport.state();
    return switch (state.phase()) {
      case READY -> texts.text("state.ready");
      case RUNNING -> texts.text(isPast ? "state.replaying" : "state.running");
      case OVER -> texts.text(isPast ? "state.overPast" : "state.over");
      case FAILED -> texts.text("state.failed");
      case HELD -> {
        if (isPast) {
          yield texts.text("state.past");
        }
        yield texts.text(state.isReproducible() ? "state.held" : "state.halted");
      }
    };
  }

  public String speed(Speed speed) {
    return switch (speed) {
      case FOLLOW -> texts.text("speed.follow");
      case MAX -> texts.text("speed.max");
      case THOUSANDTH -> "0.001×";
      case HUNDREDTH -> "0.01×";
      case TENTH -> "0.1×";
      case REAL -> "1×";
      case TENFOLD -> "10×";
      case HUNDREDFOLD -> "100×";
    };
  }

  String speedMeaning(Speed speed) {
    return switch (speed) {
      case FOLLOW -> texts.text("speed.follow.meaning");
      case MAX -> texts.text("speed.max.meaning");
      case REAL -> texts.text("speed.real.meaning");
      case THOUSANDTH, HUNDREDTH, TENTH -> texts.text("speed.slow.meaning", speed(speed));
      case TENFOLD, HUNDREDFOLD -> texts.text("speed.fast.meaning", speed(speed));
    };
  }
}
