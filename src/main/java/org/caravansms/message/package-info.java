/** The domain: a message, its events and outcomes, and the faults that refuse one; no Camel, no JMS, no SMPP. */
package org.caravansms.message;
