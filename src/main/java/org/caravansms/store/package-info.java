/** What the gateway remembers of messages for longer than a queue does. */
package org.caravansms.store;
