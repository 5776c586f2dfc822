/** Says what becomes of messages from handsets, by the operator's rules. */
package org.caravansms.inbound;
