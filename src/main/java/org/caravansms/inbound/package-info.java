/** The operator's rules for messages from handsets: whose inbox, which queues, routes and URLs. */
package org.caravansms.inbound;
