package org.caravansms.gateway;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.caravansms.simulator.Answers;
import org.caravansms.simulator.DeliveryCounts;
import org.caravansms.simulator.InboundSms;
import org.caravansms.simulator.Simulator;
import org.caravansms.simulator.SimulatorOptions;
import org.caravansms.simulator.SubmitSm;

/** The simulator, remembering what it received. */
public final class TestSmsc implements AutoCloseable {

    private final List<SubmitSm> received = new CopyOnWriteArrayList<>();
    private final Simulator simulator;

    private TestSmsc(SimulatorOptions options) throws IOException {
        simulator = new Simulator(options.withQuiet(true).withListener(received::add));
        simulator.start();
    }

    static TestSmsc start() throws IOException {
        return new TestSmsc(SimulatorOptions.defaults().withPort(0));
    }

    static TestSmsc with(UnaryOperator<SimulatorOptions> changes) throws IOException {
        return new TestSmsc(changes.apply(SimulatorOptions.defaults().withPort(0)));
    }

    static TestSmsc answering(Answers answers) throws IOException {
        return new TestSmsc(SimulatorOptions.defaults().withPort(0).withAnswers(answers));
    }

    static TestSmsc on(int port) throws IOException {
        return new TestSmsc(SimulatorOptions.defaults().withPort(port));
    }

    static TestSmsc withLatency(long millis) throws IOException {
        return new TestSmsc(SimulatorOptions.defaults().withPort(0).withLatencyMillis(millis));
    }

    int port() {
        return simulator.port();
    }

    public List<SubmitSm> received() {
        return received;
    }

    List<String> texts() {
        return received.stream().map(SubmitSm::text).toList();
    }

    long refusedBinds() {
        return simulator.counts().other();
    }

    long binds() {
        return simulator.counts().binds();
    }

    long lost() {
        return simulator.counts().lost();
    }

    long accepted() {
        return simulator.counts().accepted();
    }

    DeliveryCounts receipts() {
        return simulator.receipts();
    }

    DeliveryCounts inbound() {
        return simulator.inbound();
    }

    /** A message from a person: the ESME gets it, now or when it is bound. */
    public void deliver(InboundSms sms) {
        simulator.deliver(sms);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
