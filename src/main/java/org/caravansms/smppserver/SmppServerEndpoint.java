package org.caravansms.smppserver;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;

/** Accept short messages from programs that bind over SMPP 3.4. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "smpp-server",
        title = "SMPP Server",
        syntax = "smpp-server:host:port",
        consumerOnly = true,
        category = Category.MOBILE)
public final class SmppServerEndpoint extends DefaultEndpoint {

    @UriPath(description = "The address on which it listens")
    @Metadata(required = true)
    private final String host;

    @UriPath(description = "The port on which it listens")
    @Metadata(required = true)
    private final int port;

    @UriParam(description = "The bean that knows who may bind")
    @Metadata(required = true)
    private SmppLogins logins;

    @UriParam(description = "Whether the port listens; the one of TLS may be alone", defaultValue = "true")
    private boolean plain = true;

    @UriParam(description = "Whether another port listens over TLS", label = "security")
    private boolean tls;

    @UriParam(description = "The port that listens over TLS", label = "security", defaultValue = "9501")
    private int tlsPort = 9501;

    @UriParam(description = "The key of the port over TLS", label = "security")
    private SSLContextParameters sslContextParameters;

    @UriParam(description = "The bean of the clients that are bound")
    private BoundClients clients = new BoundClients(user -> {});

    @UriParam(description = "The most submit_sm that the route gets at once", defaultValue = "200")
    private int batchSize = 200;

    @UriParam(description = "How many batches the route processes at a time", defaultValue = "2")
    private int concurrentConsumers = 2;

    @UriParam(description = "The most open connections; further ones are closed", defaultValue = "2000")
    private int maxConnections = 2000;

    @UriParam(description = "How long a connection may take to bind, in milliseconds", defaultValue = "5000")
    private long bindTimeout = 5000;

    @UriParam(
            description = "How long a client may be silent before it is sent an enquire_link, in milliseconds",
            defaultValue = "30000")
    private long enquireLink = 30_000;

    @UriParam(description = "How long an answer of a client may take, in milliseconds", defaultValue = "10000")
    private long responseTimeout = 10_000;

    SmppServerEndpoint(String uri, SmppServerComponent component, String address) {
        super(uri, component);
        int colon = address.lastIndexOf(':');
        this.host = address.substring(0, Math.max(0, colon)).replaceAll("[\\[\\]]", "");
        this.port = Integer.parseInt(address.substring(colon + 1));
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Consumer consumer = new SmppServerConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("A route comes from smpp-server; the component smsc submits");
    }

    public String getHost() {
        return host;
    }

    public int getPort() {
        return port;
    }

    public SmppLogins getLogins() {
        return logins;
    }

    public void setLogins(SmppLogins logins) {
        this.logins = logins;
    }

    public boolean isPlain() {
        return plain;
    }

    public void setPlain(boolean plain) {
        this.plain = plain;
    }

    public boolean isTls() {
        return tls;
    }

    public void setTls(boolean tls) {
        this.tls = tls;
    }

    public int getTlsPort() {
        return tlsPort;
    }

    public void setTlsPort(int tlsPort) {
        this.tlsPort = tlsPort;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public BoundClients getClients() {
        return clients;
    }

    public void setClients(BoundClients clients) {
        this.clients = clients;
    }

    public int getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    public int getConcurrentConsumers() {
        return concurrentConsumers;
    }

    public void setConcurrentConsumers(int concurrentConsumers) {
        this.concurrentConsumers = concurrentConsumers;
    }

    public int getMaxConnections() {
        return maxConnections;
    }

    public void setMaxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
    }

    public long getBindTimeout() {
        return bindTimeout;
    }

    public void setBindTimeout(long bindTimeout) {
        this.bindTimeout = bindTimeout;
    }

    public long getEnquireLink() {
        return enquireLink;
    }

    public void setEnquireLink(long enquireLink) {
        this.enquireLink = enquireLink;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }
}
