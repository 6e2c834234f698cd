package netarium.app.packets;

import javafx.collections.ObservableListBase;

/// The rows of the model as a table wants them: each the number of its row in the frame table, made
/// when it is asked for. It says only how many there are.
final class VirtualRows extends ObservableListBase<Integer> {
  private final PacketsModel model;
  private int size;

  VirtualRows(PacketsModel model) {
    this.model = model;
    size = model.size();
  }

  @Override
  public Integer get(int index) {
    return model.tableRow(index);
  }

  @Override
  public int size() {
    return size;
  }

  /// More rows at the end.
  void grow() {
    int before = size;
    size = model.size();
    if (size > before) {
      beginChange();
      nextAdd(before, size);
      endChange();
    }
  }
}
