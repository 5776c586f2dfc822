package org.caravansms.smppserver;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.codec.TooLongFrameException;

/** Cuts what a client sends into PDUs by their command_length, SMPP 3.4 section 3.2. A length that is too long ends it. */
final class PduFrames extends LengthFieldBasedFrameDecoder {

    /** The longest field, a message_payload, has 64 KiB: no PDU has twice that. */
    private static final int LONGEST = 128 * 1024;

    /** Before a bind, which is shorter. Anyone can connect, and half a PDU waits in memory. */
    private static final int LONGEST_OF_STRANGERS = 1024;

    private final ClientSession session;

    PduFrames(ClientSession session) {
        super(LONGEST, 0, Integer.BYTES, -Integer.BYTES, 0);
        this.session = session;
    }

    @Override
    protected Object decode(ChannelHandlerContext context, ByteBuf in) throws Exception {
        if (!session.isBound() && lengthOf(in) > LONGEST_OF_STRANGERS) {
            in.skipBytes(in.readableBytes());
            throw new TooLongFrameException();
        }
        return super.decode(context, in);
    }

    private static int lengthOf(ByteBuf in) {
        return in.readableBytes() < Integer.BYTES ? 0 : in.getInt(in.readerIndex());
    }
}
