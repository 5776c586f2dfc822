package org.caravansms.gateway;

import com.cloudhopper.smpp.SmppBindType;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.pdu.SubmitSmResp;
import com.cloudhopper.smpp.tlv.TlvConvertException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.caravansms.FreePort;

/** An SMSC on another SMPP stack than ours (Cloudhopper), which rejoins what it gets. */
final class SecondSmsc implements SmppServerHandler, AutoCloseable {

    private final Map<String, Map<Integer, String>> parts = new ConcurrentHashMap<>();
    private final Map<String, Integer> requests = new ConcurrentHashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<SmppBindType> binds = new CopyOnWriteArrayList<>();
    private final AtomicInteger submits = new AtomicInteger();
    private final DefaultSmppServer server;
    private final int port = FreePort.next();

    SecondSmsc() throws Exception {
        SmppServerConfiguration configuration = new SmppServerConfiguration();
        configuration.setHost("127.0.0.1");
        configuration.setPort(port);
        configuration.setDefaultWindowSize(100);
        server = new DefaultSmppServer(configuration, this);
        server.start();
    }

    int port() {
        return port;
    }

    /** @return by recipient */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        parts.forEach((recipient, numbered) -> texts.put(recipient, String.join("", numbered.values())));
        return texts;
    }

    int submits() {
        return submits.get();
    }

    /** @return what its stack could not read */
    List<String> faults() {
        return faults;
    }

    @Override
    public void sessionBindRequested(Long id, SmppSessionConfiguration session, BaseBind bind) {
        binds.add(session.getType());
    }

    @Override
    public void sessionCreated(Long id, SmppServerSession session, BaseBindResp response) {
        session.serverReady(new DefaultSmppSessionHandler() {
            @Override
            public PduResponse firePduRequestReceived(PduRequest request) {
                return answer(request);
            }

            @Override
            public void fireUnrecoverablePduException(com.cloudhopper.smpp.type.UnrecoverablePduException e) {
                faults.add(e.toString());
            }

            @Override
            public void fireRecoverablePduException(com.cloudhopper.smpp.type.RecoverablePduException e) {
                faults.add(e.toString());
            }
        });
    }

    @Override
    public void sessionDestroyed(Long id, SmppServerSession session) {
        session.destroy();
    }

    /** @return as which it was bound, each time */
    List<SmppBindType> binds() {
        return binds;
    }

    /** @return how many of that name came */
    int requests(String name) {
        return requests.getOrDefault(name, 0);
    }

    private PduResponse answer(PduRequest<?> request) {
        requests.merge(request.getName(), 1, Integer::sum);
        PduResponse response = request.createResponse();
        if (request instanceof SubmitSm submit) {
            submits.incrementAndGet();
            note(submit);
            ((SubmitSmResp) response).setMessageId(Integer.toHexString(submits.get()));
        }
        return response;
    }

    private void note(SubmitSm submit) {
        try {
            ReadSubmit part = ReadSubmit.of(submit);
            parts.computeIfAbsent(submit.getDestAddress().getAddress(), recipient -> new ConcurrentSkipListMap<>())
                    .put(part.number(), part.content());
        } catch (TlvConvertException | RuntimeException e) {
            faults.add(e.toString());
        }
    }

    @Override
    public void close() {
        server.destroy();
    }
}
