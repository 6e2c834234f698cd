package netarium.engine.analysis;

/// Reads the frames of both sides of a WebSocket connection.
final class WebSocketTalk implements StreamTalk.Talk {
  private final Channel channel;
  private final WebSocketConversation conversation;
  private final long[] at;
  private final int[] openMessage = new int[2];

  WebSocketTalk(Channel channel, WebSocketConversation conversation, long[] from) {
    this.channel = channel;
    this.conversation = conversation;
    at = from.clone();
  }

  @Override
  public void more(int side) {
    StreamSide reading = channel.side(side);
    while (reading.octets().length() > at[side]) {
      int number = conversation.frames().size();
      WebSocketFrame frame = WebSocketFrame.read(reading, at[side], number, openMessage[side]);
      if (frame == null || frame.payloadOctets() < 0) {
        return;
      }
      reading.add(frame);
      conversation.add(frame);
      if (!frame.isControl()) {
        openMessage[side] = frame.isFinal() ? 0 : frame.messageOpcode();
      }
      at[side] = frame.to();
    }
  }

  @Override
  public void finished(int side) {
    conversation.ended(channel.endSaid(side));
  }

  @Override
  public void reset(long nanos) {
    conversation.ended(nanos);
  }
}
