package netarium.app.timeline;

import java.util.List;
import netarium.app.session.Skip;
import netarium.app.text.TimeText;

/// All that one picture of the strip shows.
///
/// @param instant where the playhead stands
/// @param edge how far the run has come
/// @param selectedFrame the index of the selected frame among all frames, or -1
/// @param startedWord what a mark says of a program: `%s starts`
/// @param skippedWord what stands for idle time that was passed over: `%s skipped`
record Picture(
    TimelineLog log,
    TimeScale scale,
    double width,
    double height,
    long instant,
    long edge,
    boolean isLive,
    boolean hasBegun,
    int selectedFrame,
    List<Skip> skips,
    String liveWord,
    String startedWord,
    String skippedWord) {
  Picture {
    skips = List.copyOf(skips);
  }

  Lanes lanes() {
    return Lanes.of(!log.exchanges().isEmpty());
  }

  String skipped(Skip skip) {
    return String.format(skippedWord, TimeText.span(skip.toNanos() - skip.fromNanos()));
  }
}
