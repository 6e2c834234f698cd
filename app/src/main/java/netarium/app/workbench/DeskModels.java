package netarium.app.workbench;

import java.util.List;
import java.util.Locale;
import netarium.app.canvas.CanvasModel;
import netarium.app.consoles.Consoles;
import netarium.app.http.HttpModel;
import netarium.app.inspector.InspectorModel;
import netarium.app.packets.PacketsModel;
import netarium.app.pool.PoolLog;
import netarium.app.problems.Hints;
import netarium.app.problems.Problems;
import netarium.app.project.Document;
import netarium.app.properties.LiveTables;
import netarium.app.screen.Screens;
import netarium.app.scripts.RunErrors;
import netarium.app.session.EventReader;
import netarium.app.session.Selection;
import netarium.app.session.Transport;
import netarium.app.streams.StreamsModel;
import netarium.app.timeline.TimelineLog;
import netarium.app.websocket.WebSocketModel;

/// What the tools of one project show, in the order in which they need each other. Those that read
/// the run are its readers from the start.
final class DeskModels {
  final Selection selection = new Selection();
  final Transport transport;
  final CanvasModel canvas;
  final RunErrors errors = new RunErrors();
  final PacketsModel packets;
  final HttpModel http;
  final StreamsModel streams;
  final PoolLog pools = new PoolLog();
  final WebSocketModel webSockets;
  final InspectorModel frame;
  final Problems problems;
  final LiveTables tables = new LiveTables();
  final TimelineLog marks;
  final Consoles consoles = new Consoles();
  final Screens screens = new Screens();

  DeskModels(Document document, Locale locale) {
    transport = new Transport(document::project, selection);
    canvas = new CanvasModel(document.history(), selection, transport.playhead(), locale);
    packets = new PacketsModel(transport::log);
    frame = new InspectorModel(packets, selection);
    webSockets = new WebSocketModel(packets, selection, transport.playhead());
    streams = new StreamsModel(packets, selection);
    marks = new TimelineLog(() -> packets.frames().conversations().exchanges());
    http = new HttpModel(packets, selection, transport.playhead());
    Hints hints = new Hints(ordinal -> transport.log().event(ordinal));
    problems = new Problems(hints);
    List<EventReader> readers =
        List.of(
            canvas.reader(),
            errors,
            packets,
            webSockets,
            pools,
            consoles,
            screens,
            hints,
            tables,
            marks);
    readers.forEach(transport::read);
    CanvasWaits.install(canvas, transport);
  }
}
