//! The company's proxies: one squid on several ports, each with a mind of its own.

use super::{checked, scratch, write};
use crate::command::{Running, run};
use crate::internet::{PROXY, PROXY_FAILS, PROXY_LOGIN, PROXY_OPEN, PROXY_REFUSES, RESOLVER};
use std::process::Command;

pub(super) fn start() -> Result<Running, String> {
    let folder = scratch("squid");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    run(Command::new("chown").arg("proxy").arg(&folder))?;
    let users = write("squid/users", "reader:$apr1$nobody$IsExpectedToHaveThisPassword0\n")?;
    let text = format!(
        "http_port {PROXY}:{PROXY_OPEN} name=open\n\
         http_port {PROXY}:{PROXY_REFUSES} name=refuses\n\
         http_port {PROXY}:{PROXY_LOGIN} name=login\n\
         http_port {PROXY}:{PROXY_FAILS} name=fails\n\
         dns_nameservers {RESOLVER}\n\
         auth_param basic program /usr/lib/squid/basic_ncsa_auth {users}\n\
         auth_param basic realm proxy\n\
         acl registries dstdomain .azurecr.io .azurecr.cn .blob.core.windows.net\n\
         acl on_refuses myportname refuses\n\
         acl on_login myportname login\n\
         acl on_fails myportname fails\n\
         acl known proxy_auth REQUIRED\n\
         acl unreachable dstdomain .azurecr.io .azurecr.cn .blob.core.windows.net\n\
         deny_info 502:ERR_CONNECT_FAIL unreachable\n\
         http_access deny on_refuses registries\n\
         http_access deny on_fails unreachable\n\
         http_access deny on_login !known\n\
         http_access allow all\n\
         cache deny all\n\
         access_log none\n\
         cache_store_log none\n\
         cache_log {log}\n\
         pid_filename none\n\
         coredump_dir {folder}\n\
         shutdown_lifetime 0 seconds\n\
         visible_hostname proxy.contoso.example\n",
        users = users.display(),
        log = folder.join("cache.log").display(),
        folder = folder.display(),
    );
    let file = write("squid.conf", &text)?;
    checked(Command::new("squid").args(["-k", "parse", "-f"]).arg(&file))?;
    let mut command = Command::new("squid");
    command.args(["-N", "-f"]).arg(&file);
    Running::start(&mut command, &scratch("squid.log"))
}
