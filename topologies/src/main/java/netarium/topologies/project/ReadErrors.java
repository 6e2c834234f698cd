package netarium.topologies.project;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What to say when the operating system refuses.
final class ReadErrors {
  static final String ADVICE = "check the disk and your rights to the file";

  private ReadErrors() {}

  static String sentence(IOException e) {
    return switch (e) {
      case NoSuchFileException gone -> "the file is gone";
      case AccessDeniedException denied -> "access is denied";
      case FileSystemException f when f.getReason() != null -> "the system says: " + f.getReason();
      default -> "reading or writing failed";
    };
  }
}
