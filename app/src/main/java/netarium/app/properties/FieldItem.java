package netarium.app.properties;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import netarium.app.text.Texts;
import org.controlsfx.control.PropertySheet;

/// A property as a line of a property sheet.
final class FieldItem implements PropertySheet.Item {
  private final Properties model;
  private final Field field;
  private final Texts texts;

  FieldItem(Properties model, Field field, Texts texts) {
    this.model = model;
    this.field = field;
    this.texts = texts;
  }

  Field field() {
    return field;
  }

  Properties model() {
    return model;
  }

  Texts texts() {
    return texts;
  }

  @Override
  public Class<?> getType() {
    return Field.Value.class;
  }

  @Override
  public String getCategory() {
    return "";
  }

  @Override
  public String getName() {
    return texts.text("field." + field.label());
  }

  @Override
  public String getDescription() {
    return texts.text("about." + field.label());
  }

  @Override
  public Field.Value getValue() {
    return model.value(field);
  }

  /// Only the editor writes, and it wants to know what is wrong.
  @Override
  public void setValue(Object value) {
    if (value instanceof Field.Value typed) {
      model.change(field, typed);
    }
  }

  @Override
  public Optional<ObservableValue<? extends Object>> getObservableValue() {
    return Optional.empty();
  }
}
