package org.caravansms.broker.access;

import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.caravansms.config.BrokerSettings;
import org.caravansms.config.BrokerSettings.ListenAddress;
import org.caravansms.config.KeyStoreFile;

/**
 * The addresses where other programs connect, one acceptor of Artemis each. They have threads of their own: one that
 * checks a password delays the few connections that it serves, and nothing else.
 *
 * @param keyStore null for no TLS
 */
record BrokerListeners(BrokerSettings settings, KeyStoreFile keyStore) {

    private static final int THREADS = 32;

    /** Only the login that the users' file has. */
    private static final String SASL = "PLAIN";

    private static final String SECONDS_TO_BEGIN = "10";
    private static final String IDLE_MILLIS = "60000";

    /** Nothing is listened to before {@link #open}. */
    void addTo(Configuration configuration) {
        settings.addresses().forEach(address -> configuration.addAcceptorConfiguration(acceptor(address)));
    }

    private TransportConfiguration acceptor(ListenAddress address) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(TransportConstants.HOST_PROP_NAME, address.host());
        parameters.put(TransportConstants.PORT_PROP_NAME, address.port());
        parameters.put(TransportConstants.PROTOCOLS_PROP_NAME, String.join(",", settings.protocolNames()));
        parameters.put(TransportConstants.AUTO_START, false);
        parameters.put(TransportConstants.REMOTING_THREADS_PROPNAME, THREADS);
        parameters.put(TransportConstants.CONNECTIONS_ALLOWED, (long) settings.maxConnections());
        parameters.put(TransportConstants.HANDSHAKE_TIMEOUT, SECONDS_TO_BEGIN);
        parameters.put(TransportConstants.CONNECTION_TTL, IDLE_MILLIS);
        parameters.put(TransportConstants.STOMP_MIN_LARGE_MESSAGE_SIZE, Integer.MAX_VALUE);
        addTls(parameters);
        // no file of a message before it is checked: the size limits are smaller than what a large message would be
        Map<String, Object> ofAmqp = Map.of("saslMechanisms", SASL, "amqpMinLargeMessageSize", "-1");
        return new TransportConfiguration(
                NettyAcceptorFactory.class.getName(), parameters, address.toString(), new HashMap<>(ofAmqp));
    }

    private void addTls(Map<String, Object> parameters) {
        if (keyStore != null) {
            parameters.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
            parameters.put(
                    TransportConstants.KEYSTORE_PATH_PROP_NAME, keyStore.file().toString());
            parameters.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, keyStore.type());
            parameters.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, keyStore.password());
            parameters.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.2,TLSv1.3");
        }
    }

    /** @throws IllegalStateException naming the address that cannot be listened to */
    void open(ActiveMQServer server) {
        for (ListenAddress address : settings.addresses()) {
            try {
                server.getRemotingService().getAcceptor(address.toString()).start();
            } catch (Exception e) {
                throw new IllegalStateException(
                        "Setting sms.broker.listen: nothing can listen to " + address + " (" + e.getMessage()
                                + "): end the other program there, or name another address",
                        e);
            }
        }
    }

    /** Ends the connections. */
    void close(ActiveMQServer server) {
        for (ListenAddress address : settings.addresses()) {
            try {
                server.getRemotingService().getAcceptor(address.toString()).stop();
            } catch (Exception e) {
                throw new IllegalStateException("The listener on " + address + " cannot be closed", e);
            }
        }
    }
}
