package netarium.app.properties;

import java.util.List;

/// Properties that belong together.
///
/// @param title its key in the text bundle
/// @param about what fills the title's gap, such as an interface's name
/// @param fields the properties, in their order
/// @param entry the way to the entry of a list that can be taken away; empty where there is none
/// @param isOpen whether it is unfolded at first
public record Section(
    String title, String about, List<Field> fields, List<Object> entry, boolean isOpen) {
  public Section {
    fields = List.copyOf(fields);
    entry = List.copyOf(entry);
  }
}
