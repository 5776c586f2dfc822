/** The domain: messages, parts, receipts, events, outcomes and faults, without Camel, JMS and SMPP. */
package org.caravansms.message;
