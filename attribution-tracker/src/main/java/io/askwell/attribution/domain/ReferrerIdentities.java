package io.askwell.attribution.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which identities belong to one referrer, as the submissions of one lead and the profiles of customers show it: who is named
 * as a customer together with an address is the same referrer when only the address is given, and so is the customer whose
 * address it is. Two identities of the same kind never become one, and neither does an identity that two referrers are named
 * with: that is for a person to judge.
 *
 * <p>A link whose owner is known is its owner, whoever else a submission names beside it. An address that comes with it is the
 * owner's, unless the submission names a customer or a partner.
 */
final class ReferrerIdentities {

    private final Links links;
    private final Map<Referrer, Set<Referrer>> namedWith = new HashMap<>();

    ReferrerIdentities(Collection<Submission> submissions, Links links, KnownCustomers customers) {
        this.links = links;
        customers.profiles().forEach(this::addressOf);
        for (Submission submission : submissions) {
            List<Referrer> named = named(submission).toList();
            named.stream()
                    .skip(1)
                    .filter(identity -> identity.kind() != named.getFirst().kind())
                    .forEach(identity -> join(identity, named.getFirst()));
            if (!named.isEmpty() && named.getFirst().kind() == ReferrerKind.EMAIL) {
                owners(submission).forEach(owner -> join(named.getFirst(), owner));
            }
        }
    }

    private void addressOf(CustomerProfile customer) {
        customer.addressId()
                .ifPresent(address -> namedWith
                        .computeIfAbsent(new Referrer(ReferrerKind.EMAIL, address), _ -> new TreeSet<>())
                        .add(customer.referrer()));
    }

    /** The most telling identity of the same referrer. Ends because each step goes to a more telling kind. */
    Referrer resolve(Referrer identity) {
        Optional<Referrer> owner = owner(identity);
        if (owner.isPresent()) {
            return resolve(owner.get());
        }
        Set<Referrer> moreTelling = namedWith.getOrDefault(identity, Set.of());
        return moreTelling.size() == 1 ? resolve(moreTelling.iterator().next()) : identity;
    }

    /** The identities of a submission that count: those of the one whom it names, and every link with an owner. */
    List<Referrer> countedIn(Submission submission) {
        Optional<Referrer> main = named(submission).findFirst().map(this::resolve);
        return submission.referrers().stream()
                .filter(identity -> isOwned(identity)
                        || main.filter(resolve(identity)::equals).isPresent())
                .toList();
    }

    /** Whether it is a link of which the owner is known. */
    boolean isOwned(Referrer identity) {
        return owner(identity).isPresent();
    }

    private void join(Referrer identity, Referrer moreTelling) {
        namedWith.computeIfAbsent(identity, _ -> new TreeSet<>()).add(moreTelling);
    }

    private Stream<Referrer> named(Submission submission) {
        return submission.referrers().stream().filter(identity -> !isOwned(identity));
    }

    private Stream<Referrer> owners(Submission submission) {
        return submission.referrers().stream().flatMap(identity -> owner(identity).stream());
    }

    private Optional<Referrer> owner(Referrer identity) {
        return identity.kind() == ReferrerKind.LINK ? links.owner(identity.id()) : Optional.empty();
    }
}
