package netarium.app.canvas.scene;

/// A note as it is drawn; its place is its upper left corner.
public record NoteMark(
    int index, Point corner, double width, double height, String text, boolean isSelected) {}
