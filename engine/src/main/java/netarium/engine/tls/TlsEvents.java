package netarium.engine.tls;

import netarium.engine.wire.Octets;

/// Who is told what an eavesdropper would give much for.
public interface TlsEvents {
  TlsEvents NONE =
      new TlsEvents() {
        @Override
        public void keyLogged(String line) {}

        @Override
        public void plaintext(boolean isSent, Octets octets) {}
      };

  /// A line of the key log, before anything leaves that was encrypted with its secret.
  void keyLogged(String line);

  /// It fails, and why, in a sentence; told once.
  default void failed(String sentence) {}

  /// Octets of the application, as they are encrypted or were decrypted.
  void plaintext(boolean isSent, Octets octets);
}
