//! The script that is run where it fails, and the forms around it.

use crate::project::Project;
use registry_guide::knowledge::Variant;

/// A project with a script in all its forms.
fn with_scripts() -> Project {
    let mut project =
        Project::valid().with("collect/posix.sh", "#!/bin/sh\n# why\nask '{login-server}'\n  # and why\ndone\n");
    for variant in Variant::ALL {
        project = project.with(&format!("collect/{}", variant.file()), "# where\nrun:\n    {posix}\nend\n");
    }
    for language in ["sv", "en"] {
        let keys = ["all", "bash", "powershell", "node", "pod", "azure-pipelines", "github-actions"];
        let words: String = keys.iter().map(|key| format!("[{key}]\ntitle = \"Text\"\nlead = \"Text\"\n")).collect();
        project = project.with(&format!("{language}/collect.toml"), &words);
    }
    project
}

#[test]
fn forms_take_the_script_in_as_far_in_as_its_line_stands_and_without_comments() {
    let content = with_scripts().content();
    let scripts = &content.knowledge().scripts;
    assert_eq!(scripts.len(), Variant::ALL.len());
    assert_eq!(scripts[0].text, "run:\n    ask '{login-server}'\n    done\nend");
    with_scripts().expect_clean();
}

#[test]
fn a_form_that_is_missing_or_holds_no_script_is_reported() {
    with_scripts().without("collect/pod.txt").expect_problem("collect/pod.txt:1:1", &["no form `pod`"]);
    with_scripts()
        .with("collect/pod.txt", "run\n")
        .expect_only("collect/pod.txt:1:1", &["does not hold the script", "{posix}"]);
}

#[test]
fn a_file_that_is_no_form_is_reported_with_the_likely_one() {
    with_scripts()
        .with("collect/pods.txt", "x\n")
        .expect_only("collect/pods.txt:1:1", &["none of the script's forms", "pod.txt"]);
}

#[test]
fn a_name_in_braces_that_pages_do_not_fill_in_is_reported_where_it_stands() {
    with_scripts()
        .with("collect/posix.sh", "ask '{login-server}'\nawk {print}\nask {login-servr}\n")
        .expect_problem("collect/posix.sh:2:5", &["{print} is no placeholder", "space"])
        .expect_problem("collect/posix.sh:3:5", &["{login-servr} is no placeholder", "login-server"]);
}
