package org.caravansms.smppserver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.caravansms.smpp.EsmeStatus;
import org.caravansms.smpp.PduType;
import org.caravansms.smpp.ReadSmppPdu;
import org.caravansms.smpp.SmppPdu;
import org.caravansms.smpp.UnreadablePduException;
import org.caravansms.smppserver.ClientSession.State;

/** Reads the PDUs of one client, and answers those at once that need nobody else. It runs on a thread of the network. */
final class ClientPdus extends SimpleChannelInboundHandler<ByteBuf> {

    private static final int COMMAND_ID = 4;

    private final ClientSession session;
    private final ClientBind bind;
    private final Consumer<ReceivedSubmit> submits;
    private final Consumer<ReceivedSubmit> commands;
    private final long bindMillis;
    private long read;

    /**
     * @param submits gets what is submitted, and answers it later
     * @param commands gets what is asked about it, and answers later, too
     */
    ClientPdus(
            ClientSession session,
            ClientBind bind,
            Consumer<ReceivedSubmit> submits,
            Consumer<ReceivedSubmit> commands,
            long bindMillis) {
        this.session = session;
        this.bind = bind;
        this.submits = submits;
        this.commands = commands;
        this.bindMillis = bindMillis;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.executor().schedule(this::closeUnlessBound, bindMillis, TimeUnit.MILLISECONDS);
    }

    private void closeUnlessBound() {
        if (session.state() == State.OPEN) {
            session.close();
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
        read++;
        if (session.state() == State.CLOSED) {
            return;
        }
        if (frame.readableBytes() < ReadSmppPdu.HEADER) {
            // the next PDU cannot be found any more
            session.answerAndClose(SmppPdu.of(PduType.GENERIC_NACK, 0).nack(EsmeStatus.ESME_RINVCMDLEN));
            return;
        }
        try {
            take(ReadSmppPdu.of(ByteBufUtil.getBytes(frame)));
        } catch (UnreadablePduException e) {
            refuse(frame.getInt(COMMAND_ID), e);
        }
    }

    /** An answer gets none, whatever it is. */
    private void refuse(int commandId, UnreadablePduException fault) {
        if (commandId >= 0) {
            session.answer(fault.answer());
        }
    }

    private void take(SmppPdu pdu) {
        switch (pdu.type()) {
            case BIND_TRANSMITTER, BIND_RECEIVER, BIND_TRANSCEIVER -> bind.take(pdu);
            case DELIVER_SM_RESP, GENERIC_NACK -> session.delivered(pdu);
            case UNBIND_RESP -> session.unbindAnswered();
            default -> {
                if (!pdu.type().isResponse()) {
                    takeRequest(pdu);
                }
            }
        }
    }

    private void takeRequest(SmppPdu pdu) {
        if (session.state() == State.OPEN || session.state() == State.LOGGING_IN) {
            session.answer(pdu.answer(EsmeStatus.ESME_RINVBNDSTS));
            return;
        }
        switch (pdu.type()) {
            case ENQUIRE_LINK -> session.answer(pdu.answer(EsmeStatus.ESME_ROK));
            case UNBIND -> session.unbindAsAsked(pdu);
            case SUBMIT_SM, SUBMIT_MULTI, DATA_SM -> submit(pdu, submits);
            case QUERY_SM, CANCEL_SM, REPLACE_SM -> submit(pdu, commands);
            default -> session.answer(pdu.answer(EsmeStatus.ESME_RINVCMDID));
        }
    }

    private void submit(SmppPdu pdu, Consumer<ReceivedSubmit> to) {
        if (!session.maySubmit()) {
            session.answer(pdu.answer(EsmeStatus.ESME_RINVBNDSTS));
        } else if (session.enterWindow()) {
            to.accept(new ReceivedSubmit(session, pdu));
        } else {
            session.answer(pdu.answer(EsmeStatus.ESME_RTHROTTLED));
        }
    }

    /** A client that does not read its answers is not read from. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(context.channel().isWritable());
    }

    /** It is asked whether it is there; any PDU is an answer. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent && session.isBound()) {
            long before = read;
            session.request(PduType.ENQUIRE_LINK);
            context.executor().schedule(() -> closeIfSilent(before), session.responseMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void closeIfSilent(long before) {
        if (read == before && session.isOpen()) {
            session.close("it did not answer an enquire_link");
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof DecoderException && !(cause.getCause() instanceof SSLException)) {
            session.answerAndClose(SmppPdu.of(PduType.GENERIC_NACK, 0).nack(EsmeStatus.ESME_RINVCMDLEN));
        } else {
            session.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        session.ended();
    }
}
