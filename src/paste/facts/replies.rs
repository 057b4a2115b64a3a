//! What the login server said, and where the machine stands.

use super::super::names::Names;
use super::host::Host;
use super::words;
use crate::observation::Fact;

impl Host<'_> {
    /// What the login server, or who stands before it, said.
    pub fn replies(&self, names: &mut Names, see: &mut dyn FnMut(Fact, u32)) {
        if let Some((_, line)) = self.get("issuer").filter(|_| self.is_of_azure()) {
            see(Fact::MicrosoftIssuer, line);
        }
        if let Some((code, line)) = self.status("http")
            && let Some(fact) = words::status(code, self.get("challenge").is_some())
        {
            see(fact, line);
        }
        if let Some((_, line)) = self.get("registry") {
            see(Fact::RegistryHeader, line);
        }
        let Some((code, line)) = self.status("token") else { return };
        let client = self.get("client-ip").map(|(client, _)| client);
        match (code, client) {
            (403, _) if client.is_some() || self.get("code").is_some_and(|(code, _)| code == "denied") => {
                see(Fact::ClientIpDenied, line);
                if let Some(client) = client {
                    names.client(client);
                    words::client_class(client).into_iter().for_each(|fact| see(fact, line));
                }
            }
            (403, _) => {
                see(Fact::Forbidden, line);
                see(Fact::AtToken, line);
            }
            (200..=499, _) if !self.is_page() && code != 407 && code != 429 => see(Fact::TokenAnswered, line),
            _ => {}
        }
    }

    /// Where the machine stands: of interest where it does not get through.
    pub fn surroundings(&self, see: &mut dyn FnMut(Fact, u32)) {
        if let Some((_, line)) = self.get("via") {
            see(Fact::ProxyInUse, line);
        }
        for (word, fact) in [
            ("cluster", Fact::ClientCluster),
            ("pipeline", Fact::ClientPipeline),
            ("github-hosted", Fact::ClientHostedAgent),
        ] {
            if let Some((_, line)) =
                self.facts.get("client", "runs-in").filter(|(value, _)| value.split(' ').any(|part| part == word))
            {
                see(fact, line);
            }
        }
    }
}
