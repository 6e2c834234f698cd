package netarium.app.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import netarium.app.project.Document;
import netarium.app.session.Playhead;
import netarium.app.text.Texts;
import netarium.engine.sim.SimDuration;
import netarium.engine.trace.SimEvent;
import netarium.topologies.node.NodeKind;

/// What a node holds in its tables at the playhead.
public final class LiveTablesView {
  private static final int NONE_YET = 1 << 30;

  private final LiveTables tables;
  private final Playhead playhead;
  private final Document document;
  private final RunQuery query;
  private final Texts texts;
  private final VBox root = new VBox();
  private final LiveTable sockets;
  private final LiveTable processes;
  private final LiveTable arp;
  private final LiveTable routes;
  private final LiveTable stations;
  private final LiveTable files;
  private final GridPane variables = new GridPane();
  private final List<Runnable> unlisten = new ArrayList<>();
  private String node = "";
  private long now;
  private List<LiveTables.SocketRow> socketRows = List.of();

  public LiveTablesView(
      LiveTables tables, Playhead playhead, Document document, RunQuery query, Locale locale) {
    this.tables = tables;
    this.playhead = playhead;
    this.document = document;
    this.query = query;
    texts = new Texts(LiveTablesView.class, locale);
    sockets = table("sockets", List.of("local", "remote", "state", "cwnd"), .25, .31, .27, .17);
    processes = table("processes", List.of("pid", "program", "state"), .14, .58, .28);
    arp = table("arp", List.of("address", "mac", "state"), .3, .42, .28);
    routes = table("routes", List.of("to", "via", "interface"), .42, .34, .24);
    stations = table("stations", List.of("mac", "port"), .66, .34);
    files = table("files", List.of("path", "octets"), .72, .28);
    files.setExpanded(false);
    files
        .expandedProperty()
        .subscribe(isOpen -> {
          if (isOpen) {
            askForFiles();
          }
        });
    variables.getStyleClass().add("variables");
    sockets.whenSelected(this::fillVariables);
    root.getStyleClass().add("live-tables");
    unlisten.add(tables.listen(this::refresh));
    unlisten.add(playhead.listen(this::refresh));
  }

  private LiveTable table(String title, List<String> columns, Double... widths) {
    List<String> keys = columns.stream().map(column -> "column." + column).toList();
    return new LiveTable("table." + title, keys, List.of(widths), texts);
  }

  public Region node() {
    return root;
  }

  void dispose() {
    unlisten.forEach(Runnable::run);
    unlisten.clear();
  }

  /// Shows the tables of a node, or none of anything else.
  void show(Subject subject) {
    String wanted = subject instanceof Subject.OfNode(String id) ? id : "";
    if (wanted.equals(node)) {
      return;
    }
    node = wanted;
    var drawn = document.topology().node(node);
    List<Node> shown =
        drawn == null
            ? List.of()
            : switch (drawn.kind()) {
              case VM -> List.of(sockets, processes, arp, routes, files);
              case ROUTER -> List.of(arp, routes);
              case SWITCH -> List.of(stations);
              case HUB, TUNNEL -> List.of();
            };
    root.getChildren().setAll(shown);
    files.show(List.of(), "");
    if (drawn != null && drawn.kind() == NodeKind.VM && files.isExpanded()) {
      askForFiles();
    }
    refresh();
  }

  private void askForFiles() {
    String asked = node;
    query.files(
        asked,
        rows -> {
          if (asked.equals(node)) {
            files.show(
                rows.stream().map(row -> List.of(row.path(), Long.toString(row.octets()))).toList(),
                texts.text("at.edge"));
          }
        });
  }

  private void refresh() {
    show(playhead.instant());
  }

  /// What was there at an instant.
  void show(long instant) {
    if (node.isEmpty()) {
      return;
    }
    now = instant;
    String at = texts.text("at", seconds(now));
    socketRows = tables.sockets(node, now);
    sockets.show(socketRows.stream().map(row -> socket(row)).toList(), at);
    fillVariables();
    processes.show(
        tables.processes(node, now).stream()
            .map(row ->
                List.of(
                    Integer.toString(row.id()), row.program(), texts.text("how." + row.state())))
            .toList(),
        at);
    arp.show(
        tables.arp(node, now).stream()
            .map(row -> List.of(row.address(), row.mac(), texts.text("arp." + row.state())))
            .toList(),
        at);
    routes.show(
        tables.routes(node, now).stream()
            .map(row ->
                List.of(
                    row.to(),
                    row.via().isEmpty() ? texts.text("direct") : row.via(),
                    row.interfaceName()))
            .toList(),
        at);
    stations.show(
        tables.stations(node, now).stream().map(row -> List.of(row.mac(), row.port())).toList(),
        at);
  }

  private List<String> socket(LiveTables.SocketRow row) {
    String cwnd = tables.variables(node, row.id(), now).map(it -> grouped(it.cwnd())).orElse("–");
    return List.of(row.local(), row.remote(), row.state(), cwnd);
  }

  /// The selected connection, else the newest.
  private Optional<SimEvent.TcpVariables> chosen() {
    int selected = sockets.selected();
    if (selected >= 0 && selected < socketRows.size()) {
      return tables.variables(node, socketRows.get(selected).id(), now);
    }
    for (LiveTables.SocketRow row : socketRows.reversed()) {
      Optional<SimEvent.TcpVariables> found = tables.variables(node, row.id(), now);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private void fillVariables() {
    Optional<SimEvent.TcpVariables> found = chosen();
    variables.getChildren().clear();
    if (found.isEmpty()) {
      sockets.below().getChildren().remove(variables);
      return;
    }
    SimEvent.TcpVariables it = found.get();
    String[][] values = {
      {"cwnd", grouped(it.cwnd())},
      {"ssthresh", it.ssthresh() >= NONE_YET ? "∞" : grouped(it.ssthresh())},
      {"SRTT", millis(it.srtt())},
      {"RTO", millis(it.rto())},
      {"SND.UNA", unsigned(it.sndUna().bits())},
      {"SND.NXT", unsigned(it.sndNxt().bits())},
      {"SND.WND", grouped(it.sndWnd())},
      {"RCV.NXT", unsigned(it.rcvNxt().bits())},
    };
    for (int i = 0; i < values.length; i++) {
      Label name = new Label(values[i][0]);
      name.getStyleClass().add("variable-name");
      Label value = new Label(values[i][1]);
      value.getStyleClass().addAll("mono", "variable-value");
      variables.add(name, 2 * (i % 2), i / 2);
      variables.add(value, 2 * (i % 2) + 1, i / 2);
    }
    if (!sockets.below().getChildren().contains(variables)) {
      sockets.below().getChildren().add(variables);
    }
  }

  private static String unsigned(int bits) {
    return Integer.toUnsignedString(bits);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  private static String millis(SimDuration span) {
    return String.format(Locale.ROOT, "%.1f ms", span.nanos() / 1e6);
  }

  static String seconds(long nanos) {
    long micros = nanos / 1_000;
    return String.format(
        Locale.ROOT, "%d.%03d %03d", micros / 1_000_000, micros / 1_000 % 1_000, micros % 1_000);
  }
}
