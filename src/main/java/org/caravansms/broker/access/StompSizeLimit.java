package org.caravansms.broker.access;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;

/**
 * Follows the frames of a STOMP connection (1.2, section "STOMP Frames") before Artemis, which collects a frame of any
 * length in memory. A frame that is too large, or whose end is not certain, is answered with ERROR, and ends the
 * connection.
 */
final class StompSizeLimit extends ChannelInboundHandlerAdapter {

    private final StompFrameEnd frames;
    private boolean refused;

    StompSizeLimit(BodyRules bodies) {
        frames = new StompFrameEnd(bodies);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object octets) {
        String fault = refused ? "" : fault((ByteBuf) octets);
        if (fault == null) {
            context.fireChannelRead(octets);
            return;
        }
        ReferenceCountUtil.release(octets);
        if (!refused) {
            refused = true;
            refuse(context, fault);
        }
    }

    private String fault(ByteBuf octets) {
        String fault = null;
        for (int i = octets.readerIndex(); i < octets.writerIndex() && fault == null; i++) {
            fault = frames.fault(octets.getByte(i));
        }
        return fault;
    }

    private static void refuse(ChannelHandlerContext context, String fault) {
        String error =
                "ERROR\nmessage:The frame is refused\\c " + fault + "\n\nThe frame is refused: " + fault + "\n\0";
        context.writeAndFlush(Unpooled.copiedBuffer(error, StandardCharsets.UTF_8))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
