package org.caravansms.broker.access;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;

/** Java's clients of a broker: JMS over AMQP 1.0, and over Artemis's own protocol. */
enum JmsClient {
    AMQP {
        @Override
        ConnectionFactory of(BrokerWithClients broker, String user, String password) {
            return broker.amqp(user, password);
        }
    },
    CORE {
        @Override
        ConnectionFactory of(BrokerWithClients broker, String user, String password) {
            return broker.core(user, password);
        }
    };

    abstract ConnectionFactory of(BrokerWithClients broker, String user, String password);

    JMSContext connect(BrokerWithClients broker, String user) {
        return connect(broker, user, JMSContext.AUTO_ACKNOWLEDGE);
    }

    JMSContext connect(BrokerWithClients broker, String user, int mode) {
        return of(broker, user, BrokerWithClients.PASSWORD).createContext(mode);
    }
}
