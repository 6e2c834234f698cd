package netarium.app.workbench;

import java.util.Locale;
import java.util.function.Consumer;
import netarium.app.http.HttpView;
import netarium.app.pool.PoolView;
import netarium.app.project.Exports;
import netarium.app.session.Selection;
import netarium.app.session.Transport;
import netarium.app.streams.StreamsView;
import netarium.app.text.Texts;
import netarium.app.theme.Theme;
import netarium.app.websocket.WebSocketView;

/// The tools that show what programs say to each other: HTTP, WebSocket, streams, worker pools.
final class TalkTools {
  private static final String HTTP = "http";
  private static final String WEBSOCKET = "websocket";
  private static final String STREAMS = "streams";
  private static final String POOL = "pool";

  private final DeskModels models;
  private final Dock tools;
  private final HttpView http;

  /// `openPlace`: opens a line of a script.
  TalkTools(DeskModels models, Dock tools, Locale locale, Consumer<String> openPlace) {
    this.models = models;
    this.tools = tools;
    http = new HttpView(models.http, locale, openPlace);
  }

  /// Puts them behind each other, in this order.
  void add(Texts texts, Exports exports) {
    Transport transport = models.transport;
    Selection selection = models.selection;
    Locale locale = texts.locale();
    tools.add(HTTP, "mdi2w-web", texts.text("tab.http"), http);
    tools.add(
        WEBSOCKET,
        "mdi2f-forum-outline",
        texts.text("tab.websocket"),
        new WebSocketView(models.webSockets, locale, transport::apply));
    tools.add(
        STREAMS,
        "mdi2m-message-text-outline",
        texts.text("tab.streams"),
        new StreamsView(models.streams, locale, exports));
    tools.add(
        POOL,
        "mdi2t-tray-full",
        texts.text("tab.pool"),
        new PoolView(models.pools, transport.playhead(), selection, locale));
    models.webSockets.listen(() -> count(WEBSOCKET, models.webSockets.ofAll()));
    models.http.listen(() -> count(HTTP, models.http.total()));
  }

  private void count(String tool, int number) {
    tools.tab(tool).count(number == 0 ? "" : Integer.toString(number));
  }

  /// Follows the stream with this number.
  void follow(int stream) {
    models.streams.follow(stream);
    tools.show(STREAMS);
  }

  /// Follows the stream of the selected frame, if it has one; shows the tool in any case.
  void followSelected() {
    tools.show(STREAMS);
    int stream = models.streams.ofSelection();
    if (stream >= 0) {
      follow(stream);
    }
  }

  void theme(Theme theme) {
    http.theme(theme);
  }
}
