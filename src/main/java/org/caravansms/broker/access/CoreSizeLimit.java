package org.caravansms.broker.access;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a connection of Artemis's own protocol whose packet has more octets than a message with all that belongs to it:
 * Artemis would collect it in memory. A packet begins with its length, four octets.
 */
final class CoreSizeLimit extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(CoreSizeLimit.class);

    /** A message that is a little too large shall get an answer. */
    private static final int ROOM = 64 * 1024;

    private static final int LENGTH_OCTETS = 4;

    private final int most;
    private long length;
    private int lengthOctets;
    private long rest;
    private boolean refused;

    CoreSizeLimit(BodyRules bodies) {
        most = 2 * bodies.mostBytes() + ROOM;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object octets) {
        refused = refused || isTooLarge((ByteBuf) octets);
        if (!refused) {
            context.fireChannelRead(octets);
            return;
        }
        ReferenceCountUtil.release(octets);
        LOG.warn("The connection of {} is closed: a packet is larger than {} octets", context.channel(), most);
        context.close();
    }

    private boolean isTooLarge(ByteBuf octets) {
        for (int i = octets.readerIndex(); i < octets.writerIndex(); ) {
            if (rest > 0) {
                long skipped = Math.min(rest, octets.writerIndex() - i);
                rest -= skipped;
                i += (int) skipped;
            } else if (isLengthTooLarge(octets.getUnsignedByte(i++))) {
                return true;
            }
        }
        return false;
    }

    private boolean isLengthTooLarge(int octet) {
        length = length << 8 | octet;
        if (++lengthOctets == LENGTH_OCTETS) {
            rest = length;
            length = 0;
            lengthOctets = 0;
        }
        return rest > most;
    }
}
