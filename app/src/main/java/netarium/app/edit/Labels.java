package netarium.app.edit;

/// What edits are called that are made of others; keys of the text bundle.
public final class Labels {
  public static final String REMOVE = "edit.remove";
  public static final String ALIGN = "edit.align";
  public static final String DISTRIBUTE = "edit.distribute";
  public static final String LAY_OUT = "edit.lay-out";
  public static final String PASTE = "edit.paste";
  public static final String DUPLICATE = "edit.duplicate";

  private Labels() {}
}
